### The words for rights: for what is no right by itself, and the sentences that tell of a change.

# A template with how many ticks differ from it: “Accounting + 2 changes”.
# $name (String)
# $changes (Number)
template-changed = { $changes ->
    [0] { $name }
    [one] { $name } + { $changes } change
   *[other] { $name } + { $changes } changes
}
# How many single privileges somebody has.
# $count (Number)
privilege-count = { $count ->
    [one] { $count } right
   *[other] { $count } rights
}
# On how many single services somebody has something.
# $count (Number)
service-count = { $count ->
    [one] { $count } service
   *[other] { $count } services
}
# On how many single domains somebody has something.
# $count (Number)
domain-count = { $count ->
    [one] { $count } domain
   *[other] { $count } domains
}
# Nothing at all was given.
nothing = No access
# Everything: what owners have.
everything = Everything
# The row for all services.
all-services = All services
# The row for services bought later.
new-services = New services
# A service whose name is not known any more.
one-service = one service
# All domains, as a heading.
all-domains = All domains
# The row for domains that come later.
new-domains = New domains
# A domain whose name is not known any more.
one-domain = one domain
# An operation on domains that come later: “Edit DNS records on New domains”.
# $what (String)
on-new-domains = { $what } on New domains
# A role that the account made, whose name is not known.
own-role = Custom role
# An operation on all services: “Power Management on All services”.
# $what (String)
on-all-services = { $what } on All services
# An operation on services bought later: “Power Management on New services”.
# $what (String)
on-new-services = { $what } on New services
# A right with where it holds: “Power Management on web-01”.
# $what (String)
# $place (String)
on = { $what } on { $place }
# A role among other rights: “Role Technical”.
# $role (String)
role-named = Role { $role }
# A right was given.
# $what (String)
given = Added: { $what }
# A right was taken away.
# $what (String)
taken = Removed: { $what }
# Access of a contact ends with a day.
# $day (String)
last-day = Last day of access: { $day }
# It does not end any more.
no-last-day = Access no longer ends on a set day
# A contact gets the mails of a category.
# $category (String)
subscribed = Emails about “{ $category }” turned on
# It gets them no longer.
# $category (String)
unsubscribed = Emails about “{ $category }” turned off
# A detail of a contact became something else: “First name is now ...”.
# $field (String)
# $now (String)
detail-now = { $field } is now “{ $now }”
# A detail of a contact was removed: “Last name removed”.
# $field (String)
detail-gone = { $field } removed
# A contact stands somewhere else: “Status: Suspended”.
# $state (String)
state-now = Status: { $state }
# Somebody calls themselves something else.
# $was (String)
# $now (String)
renamed = Name changed from “{ $was }” to “{ $now }”
# One right on one service: “web-01: Power Management”.
# $service (String)
# $right (String)
one-on-service = { $service }: { $right }
# Several rights on one service.
# $service (String)
# $count (Number)
some-on-service = { $service }: { $count ->
    [one] { $count } right
   *[other] { $count } rights
}
# How many rights a template or a role gives.
# $count (Number)
right-count = { $count ->
    [one] { $count } right
   *[other] { $count } rights
}
