### The words of the boxes of rights.

title = Privileges
# The tip on giving as little as possible (S0.15, S4.9).
minimum-tip = Give as little as possible: only what this person needs, and only to people who need specific services or features. You can add more at any time.
# The caution on rights over the whole account (S0.16).
account-wide-tip = Rights such as “Modify main profile details” reach over the whole account. Give them, and those for billing and payment, with special care.
# The tip on owners (S4.4).
owner-tip = Account owners always have full access to the account.
template = Template
# Below the picker.
template-help = Fills in the boxes below. Roles stay as they are.
roles-help = A role stays linked: whatever it comes to mean, the contact may do.
# Ticks a whole area.
# $area (String)
select-all = Select all: { $area }
# The mark of sensitive rights.
sensitive = Sensitive
# What the contact will newly be able to do.
# $name (String)
newly-sensitive = { $name } will be able to do what calls for trust:
# The same while there is no name.
newly-sensitive-unnamed = This person will be able to do what calls for trust:
# Why a box is ticked.
# $right (String)
implied-by = Comes with “{ $right }”.
# Why a box is ticked.
# $role (String)
by-role = Given by the role { $role }. Clearing it turns the role into its single rights.
# Why a box can't be cleared.
# $role (String)
with-role = Comes with the role { $role }, which you may only give as a whole.
# Why a box is ticked.
on-all-services = Allowed on all services.
# Why a box can't be ticked.
may-not-grant = You do not hold this right, so you cannot give it.
# What a role that the account made is, with how many rights it gives.
# $rights (Number)
own-role-help = A role of this account: { $rights } rights.
# Why a role can't be picked.
may-not-hand-out = This account does not let you hand out this role.
# Why a box can't be changed.
not-to-oneself = Nobody changes their own rights.
# A role was turned into its single rights.
# $role (String)
role-dissolved = The role { $role } was turned into its single rights, so that one of them could be taken away.
# Ticks of a template were left out.
# $count (Number)
left-out = { $count ->
    [one] { $count } of the template’s ticks was left out, because you do not hold this right.
   *[other] { $count } of the template’s ticks were left out, because you do not hold these rights.
}
services = Services
# Below it.
services-help = What the contact may do on each service. A service with any tick is shown to the contact.
# The first column of the matrix.
service = Service
# Below the row for services bought later.
new-services-help = Added to each service you buy later
# Below the row for all services.
all-services-help = Those you buy later included
# Ticks a whole row.
# $service (String)
every-operation = Every operation on { $service }
# There are no active services.
no-services = This account has no active services yet.
# The field that searches services without a row.
search = Search services
# Below it.
search-help = By name or product. A service that is found can be added to the table above.
# The button that searches where no program runs.
find = Find services
# What came of a search: all that there is.
# $count (Number)
found-all = { $count ->
    [0] No service was found.
    [one] { $count } service was found.
   *[other] { $count } services were found.
}
# What came of a search: the first few, and there are more.
# $count (Number)
found-first = These are the first { $count }. Type more of the name to find others.
# On so many services without a row the contact has something.
# $count (Number)
kept = { $count ->
    [one] This contact has rights on { $count } more service. They stay as they are.
   *[other] This contact has rights on { $count } more services. They stay as they are.
}
# One form has no room for more than so many.
# $most (Number)
rows-full = One form has room for { $most } services. Submit it first, then search for more.
