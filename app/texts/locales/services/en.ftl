### The words of My Services.

# What My Services is.
lead = Services of this account.

# To those who see services that end.
expiring-lead = Services that expire within 30 days or have expired, and those you have access to.

# To those who see single services.
single-lead = Services you have access to.

# Above the tabs of My Services.
which = Which services

# The tab of active services.
active-tab = Active

# The tab of all services.
all-tab = All

# How many services a list has.
# $count (Number)
count-exact = { $count ->
    [one] { $count } service
   *[other] { $count } services
}

# How many services a list has, where they are more than are counted: more than 1,000.
count-many = More than 1,000 services

# The column of names.
name = Name

# The column of kinds.
kind = Type

# The column of statuses.
status = Status

# The column of ends.
expires = Expires

# The column of what one may do.
you-may = Your access

# Looking only.
view-only = View

# Ends soon.
expires-soon = Expires soon

# Without an end.
no-end = No end

# There is no service to see.
none = No services

# Why.
none-text = Services appear here once they’re ordered or somebody gives you access.

# No service is active.
no-active = No active services

# Where the others are.
no-active-text = You find the others under “All”.

# What a kind of service is called: a virtual server.
service-kind-vps = Virtual server

# What a kind of service is called: a dedicated server.
service-kind-dedicated = Dedicated server

# What a kind of service is called: web hosting on a shared server.
service-kind-hosting = Web hosting

# What a kind of service is called: rack space in the data center.
service-kind-colocation = Rack space

# What a kind of service is called: anything else that is billed.
service-kind-other = Other

# Where a service stands: ordered, not yet delivered.
service-status-pending = Pending

# Where a service stands: in use.
service-status-active = Active

# Where a service stands: stopped by the provider.
service-status-suspended = Suspended

# Where a service stands: it ran out.
service-status-expired = Expired

# Where a service stands: cancelled or ended.
service-status-ended = Ended

# The way to order more, for whoever may.
order = Order a service
# The tab of services that end soon or have run out.
expiring-tab = Expiring

# No service does.
no-expiring = No service expires soon

# Where the others are.
no-expiring-text = Services that expire later are under “All”.

# The column of whether services run.
state = State

# Whether a service runs: it does.
state-running = Running

# Whether a service runs: it is switched off.
state-stopped = Stopped

# Whether a service runs: something is being done to it.
state-busy = Busy

# Whether a service runs: nobody can tell.
state-unknown = Unknown

# How long ago the state was seen.
# $ago (String)
seen = seen { $ago }

# The column of addresses.
address = Address

# The column of prices.
price = Price

# The column of when the price is due next.
next-due = Next due

# A price paid every month.
# $amount (String)
price-a-month = { $amount } a month

# A price paid every three months.
# $amount (String)
price-a-quarter = { $amount } a quarter

# A price paid every six months.
# $amount (String)
price-half-yearly = { $amount } every 6 months

# A price paid every year.
# $amount (String)
price-a-year = { $amount } a year
