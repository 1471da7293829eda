### The words for the categories of mails: pages and mails use the same.

# Maintenance and cloud credit thresholds (S3.23).
technical-maintenance = Technical Maintenance
# What it holds.
technical-maintenance-help = Cloud credit thresholds; maintenance of network, hardware, data center, infrastructure and services.
# Services activated and extended (S3.24).
service-access = Service Access
# What it holds.
service-access-help = New services activated, current services extended.
# Renewals, expirations, domains, orders (S3.25).
service = Service
# What it holds.
service-help = Renewals and expirations, domain statuses, promotions, DNS changes, service upgrades, order confirmations.
# Invoices and reminders (S3.26).
billing = Billing
# What it holds.
billing-help = Reminders of unpaid or upcoming invoices, invoice requests, automated invoice issuance.
# Changes of access and profiles (S3.27).
user-management = User Management
# What it holds.
user-management-help = Delegate access changes, role amendments, profile modifications.
# Tickets of others (D6).
support = Support
# What it holds.
support-help = Replies to tickets that other people of the account opened.
