### The words of Domains.

# What Domains is.
lead = Domain names of this account.

# How many domains.
# $count (Number)
count-exact = { $count ->
    [one] { $count } domain
   *[other] { $count } domains
}

# How many domains, where they are more than are counted: more than 1,000.
count-many = More than 1,000 domains

# The column of names.
name = Name

# The column of statuses.
status = Status

# The column of ends.
expires = Expires

# Without an end.
no-end = No end

# There is no domain.
none = No domains

# What to do.
none-text = Domain names appear here once they’re registered or transferred.

# Where a domain stands: being registered or transferred.
domain-status-pending = Pending

# Where a domain stands: registered.
domain-status-active = Active

# Where a domain stands: it ran out.
domain-status-expired = Expired

# Where a domain stands: moved away or given up.
domain-status-ended = Ended

# Above the tabs of Domains.
which = Which domains

# The tab of all domains.
all-tab = All

# The tab of domains that end soon or have run out.
expiring-tab = Expiring

# No domain does.
no-expiring = No domain expires soon

# Where the others are.
no-expiring-text = Domains that expire later are under “All”.

# Somebody who sees single domains: what Domains is.
single-lead = The domains that you have access to.

# The tab of active domains.
active-tab = Active

# The tab of domains that are being registered or transferred.
pending-tab = Pending

# The tab of domains that ran out.
expired-tab = Expired

# The tab of domains that moved away or were given up.
ended-tab = Ended

# No domain stands so.
none-of-these = No such domains

# Where the others are.
none-of-these-text = Other domains are under “All”.

# The facts about one domain.
facts = Details

# Since when the domain is here.
since = Here since

# What one can do on this domain.
rights = What you can do
