### The words of the account's first page.

# What stands under the number of active services; the number itself is not said.
# $count (Number)
active-services-label = { $count ->
    [one] Active service
   *[other] Active services
}

# The same of somebody who sees some services, active or not.
# $count (Number)
services-label = { $count ->
    [one] Service
   *[other] Services
}

# What stands under the number of domain names; the number itself is not said.
# $count (Number)
domain-names-label = { $count ->
    [one] Domain name
   *[other] Domain names
}

# What stands under the number of unpaid invoices; the number itself is not said.
# $count (Number)
unpaid-invoices-label = { $count ->
    [one] Unpaid invoice
   *[other] Unpaid invoices
}

# So many requests for access wait for one's decision.
# $count (Number)
requests-exact = { $count ->
    [one] { $count } request to decide
   *[other] { $count } requests to decide
}

# More than so many requests wait, which is as far as they are counted.
# $count (Number)
requests-many = { $count }+ requests to decide

# What stands under the number of people of the account; the number itself is not said.
# $count (Number)
people-label = { $count ->
    [one] Person on this account
   *[other] People on this account
}

# On the dashboard of somebody who may do nothing.
nothing-here = Nothing here for you yet

# What to do about it.
nothing-here-text = You can open this account but have no rights yet. Ask an owner or manager for what you need.

# The link to all services.
all-services = All services

# The heading of the latest events.
recent = Recent activity

# The link to all events.
all-activity = All activity

# How many there are beside those that are named: people, or operations.
# $count (Number)
others = and { $count } more

# The heading of the pages that one may use.
can = What you can do here

# What to do where something is missing.
missing = Is something missing? “Your access” shows what you can do here. Ask an owner or manager for more.
