### The words of the boxes of rights.

title = Privileges
# The tip on giving as little as possible (S0.15, S4.9).
minimum-tip = Give only the services and features this person needs. You can add more later.
# The caution on rights over the whole account (S0.16).
account-wide-tip = Account-wide rights such as “Modify main profile details” and billing rights affect everyone. Give them sparingly.
# The tip on owners (S4.4).
owner-tip = Account owners always have full access to the account.
template = Template
# Below the picker.
template-help = Sets the boxes below. Roles are kept.
roles-help = If a role changes later, so does this person’s access.
# Ticks a whole area.
# $area (String)
select-all = Select all: { $area }
# The mark of sensitive rights.
sensitive = Sensitive
# What the contact will newly be able to do.
# $name (String)
newly-sensitive = { $name } gets sensitive rights:
# The same while there is no name.
newly-sensitive-unnamed = This gives sensitive rights:
# Why a box is ticked.
# $right (String)
implied-by = Comes with “{ $right }”.
# Why a box is ticked.
# $role (String)
by-role = From the role { $role }. Unticking replaces the role with individual rights.
# Why a box can't be cleared.
# $role (String)
with-role = Comes with the role { $role }, which you can only give as a whole.
# Why a box is ticked.
on-all-services = Allowed on all services.
# Why a box is ticked.
on-all-domains = Allowed on all domains.
# Why a box can't be ticked.
may-not-grant = You don’t have this right.
# What a role that the account made is, with how many rights it gives.
# $rights (Number)
own-role-help = { $rights ->
    [one] Custom role: { $rights } right.
   *[other] Custom role: { $rights } rights.
}
# Why a role can't be picked.
may-not-hand-out = You can’t assign this role on this account.
# Why a box can't be changed.
not-to-oneself = You can’t change your own rights.
# A role was turned into its single rights.
# $role (String)
role-dissolved = The role { $role } was replaced with individual rights, so that one could be removed.
# Ticks of a template were left out.
# $count (Number)
left-out = { $count ->
    [one] { $count } right of the template was left out because you don’t have it.
   *[other] { $count } rights of the template were left out because you don’t have them.
}
services = Services
# Below it.
services-help = Ticking anything makes the service visible to them.
# The first column of the matrix.
service = Service
# Below the row for services bought later.
new-services-help = Services you buy later
# The table of single domains, for whoever hears it.
single-domains = Single domains
# Beside the row for domains that come later.
new-domains-help = Domains you add later
# Below the row for all services.
all-services-help = Includes future services
# There are no active services.
no-services = This account has no active services yet.
# The field that searches services without a row.
search = Search services
# Below it.
search-help = By name or product. You can add what is found below.
# The button that searches where no program runs.
find = Find services
# What came of a search: all that there is.
# $count (Number)
found-all = { $count ->
    [0] No services found.
    [one] { $count } service found.
   *[other] { $count } services found.
}
# What came of a search: the first few, and there are more.
# $count (Number)
found-first = The first { $count } services. Type more of the name to find others.
# On so many services without a row the contact has something.
# $count (Number)
kept = { $count ->
    [one] This contact has rights on { $count } more service. They stay as they are.
   *[other] This contact has rights on { $count } more services. They stay as they are.
}
# One form has no room for more than so many.
# $most (Number)
rows-full = This form has room for { $most } services. Submit it, then search for more.
# The card for picking single services: nothing is ticked by it.
one-service = One service
# What it is for.
one-service-help = Only what you pick below
# Shows the services as a table.
show-table = Show as table
# How much of a service: some operations.
custom = Custom
# The same with the service, for whoever hears it.
# $service (String)
custom-on = Custom: { $service }
# How much of a service: nothing.
level-none = None
# How much of a service: start, stop and reboot.
level-power = Power
# How much of a service: the daily work.
level-operate = Operate
# How much of a service: everything.
level-full = Full
# The panel of the rights on the account.
areas = Account areas
# Nothing is ticked in an area or a row.
nothing-on = Nothing
# Areas in which nothing may be given, folded into one line.
# $count (Number)
fixed-areas = { $count ->
    [one] { $count } area you can’t hand out.
   *[other] { $count } areas you can’t hand out.
}
# The same of the services.
fixed-services = You can’t hand out rights on services.
# Opens what is folded.
show-them = Show them
# The rights that nothing in the portal asks for.
no-function = No function yet
# What that means.
no-function-help = These rights open nothing in the portal yet. They are saved and will count once they do.
# The field that searches among the rights.
find-right = Find a right
# So many rights have it in their names.
# $count (Number)
rights-found = { $count ->
    [0] No right is called that.
    [one] { $count } right found.
   *[other] { $count } rights found.
}
# The field that filters the services below.
# $count (Number)
filter-services = Filter { $count } services
