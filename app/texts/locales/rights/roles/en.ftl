### The names of roles, each with a sentence on what it is for, and those of the templates that the portal comes with.

# Manages people, roles, notifications; sees all services; name servers, WHOIS, domain ownership.
manager = Manager
# What that is for.
manager-help = Manages people, their roles and notifications, sees all services, and looks after domains and who owns them.
# Runs the services and talks to support.
technical = Technical
# What that is for.
technical-help = Runs all services, from power to backups, and talks to support.
# Sees expiring and expired services; invoices and payments.
billing = Billing
# What that is for.
billing-help = Sees and pays invoices, and sees and extends services that expire or have expired.
# Orders, upgrades and extends.
purchasing = Purchasing
# What that is for.
purchasing-help = Orders new services, and upgrades and extends those there are.
# Data-center visits.
visitation = Visitation
# What that is for.
visitation-help = Sees the services and requests visits to the data center.
# The template that gives nothing.
template-none = None
# The template for accounting.
template-accounting = Accounting
# The template for reading only.
template-read-only = Read only
# The template for domains and their records.
template-domains-dns = Domains & DNS
# The template that gives everything.
template-full-access = Full Access
# The template for technical staff.
template-technical-staff = Technical Staff
# What it is for.
template-none-help = Start from scratch
# What it is for.
template-accounting-help = Sees and pays invoices
# What it is for.
template-read-only-help = Sees a lot, changes nothing
# What it is for.
template-domains-dns-help = Domains and their records
# What it is for.
template-full-access-help = Everything but ownership
# What it is for.
template-technical-staff-help = Runs services, talks to support
