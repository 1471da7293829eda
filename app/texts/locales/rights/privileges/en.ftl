### The names of privileges, each with one line on what it allows, and those of the areas that they are shown in.

# View My Services, all of them.
services-view = View My Services
# What that allows.
services-view-help = See every service of the account.
# View only services that expire soon or have expired.
services-view-expiring = View expiring services
# What that allows.
services-view-expiring-help = See only services that expire soon or have expired.
# Manage SSH keys.
ssh-keys-manage = Manage SSH keys
# What that allows.
ssh-keys-manage-help = Add and remove the SSH keys that servers are set up with.
# See the Data Center menu.
dc-view = View Data Center
# What that allows.
dc-view-help = Open the Data Center menu.
# Submit data-center visit requests.
dc-visit-request = Request data center visits
# What that allows.
dc-visit-request-help = Announce visits to the data center.
# List domains.
domains-view = View domains
# What that allows.
domains-view-help = See the list of domains.
# Change name servers.
domains-nameservers = Change name servers
# What that allows.
domains-nameservers-help = Decide which name servers a domain uses.
# Edit zone records.
domains-dns = Edit DNS records
# What that allows.
domains-dns-help = Change the records of a domain’s zone.
# Edit WHOIS data.
domains-whois = Edit WHOIS data
# What that allows.
domains-whois-help = Change a domain’s public contact data.
# Change the registrant or owner of a domain.
domains-ownership = Change domain ownership
# What that allows.
domains-ownership-help = Change who a domain belongs to, for good.
# Unlock a domain and read its transfer code.
domains-transfer = Transfer domains away
# What that allows.
domains-transfer-help = Unlock a domain and read the code that moves it to another provider.
# See invoices and transactions.
billing-view = View invoices
# What that allows.
billing-view-help = See invoices and transactions.
# Pay an invoice.
billing-pay = Pay invoices
# What that allows.
billing-pay-help = Pay what is due.
# See balance and credit.
billing-balance = View balance
# What that allows.
billing-balance-help = See the account’s balance and credit.
# Add funds.
billing-add-funds = Add funds
# What that allows.
billing-add-funds-help = Pay money into the account’s credit.
# Charge a stored payment method.
billing-use-saved-card = Use saved payment methods
# What that allows.
billing-use-saved-card-help = Charge a card or bank account that is on file.
# Add and remove payment methods.
billing-methods = Manage payment methods
# What that allows.
billing-methods-help = Add and remove cards and bank accounts.
# Choose how invoices are delivered.
billing-delivery = Choose invoice delivery
# What that allows.
billing-delivery-help = Decide how and where invoices are sent.
# See quotes.
quotes-view = View quotes
# What that allows.
quotes-view-help = See offers made to the account.
# Accept quotes.
quotes-accept = Accept quotes
# What that allows.
quotes-accept-help = Accept an offer, which the account then pays for.
# Accept order contracts.
contracts-accept = Accept order contracts
# What that allows.
contracts-accept-help = Enter into contracts for the account.
# Place new orders.
orders-place = Place new orders
# What that allows.
orders-place-help = Buy services and domains for the account.
# See the tickets one opened.
tickets-view-own = View own tickets
# What that allows.
tickets-view-own-help = See the tickets this person opened.
# See the tickets about services one may see.
tickets-view-services = View tickets of visible services
# What that allows.
tickets-view-services-help = See tickets about the services this person can see.
# See all tickets of the account.
tickets-view-all = View all tickets
# What that allows.
tickets-view-all-help = See every ticket of the account.
# Open tickets.
tickets-open = Open tickets
# What that allows.
tickets-open-help = Ask support for help.
# Reply to tickets.
tickets-reply = Reply to tickets
# What that allows.
tickets-reply-help = Write in tickets that are open.
# Close tickets.
tickets-close = Close tickets
# What that allows.
tickets-close-help = Mark tickets as done.
# See account details.
account-view = View account details
# What that allows.
account-view-help = See the account’s name, address and status.
# Modify main profile details.
account-edit = Modify main profile details
# What that allows.
account-edit-help = Change the name, address and email of the whole account.
# Set IP rules and the second-factor policy.
account-security = Manage account security
# What that allows.
account-security-help = Set from where and how everybody must sign in.
# Read past mails.
account-mail-history = View email history
# What that allows.
account-mail-history-help = Read the emails sent to the account.
# List the people of the account.
contacts-view = View contacts
# What that allows.
contacts-view-help = See the people of the account.
# Add, invite, edit and remove people and set their rights.
contacts-manage = Manage contacts
# What that allows.
contacts-manage-help = Add, edit and remove people and decide what they can do.
# Set other people's notifications.
contacts-notifications = Manage notifications of others
# What that allows.
contacts-notifications-help = Decide which emails other people get.
# View the portal as a contact.
contacts-login-as = Login as a contact
# What that allows.
contacts-login-as-help = See the portal as another person sees it, without changing anything.
# Read who did what.
audit-view = View activity
# What that allows.
audit-view-help = Read who did what on the account.
# See the affiliate section.
affiliates-view = View affiliate section
# What that allows.
affiliates-view-help = See referrals and earnings.
# Withdraw affiliate earnings.
affiliates-withdraw = Withdraw affiliate earnings
# What that allows.
affiliates-withdraw-help = Have earnings paid out.
# Make personal API tokens, never above one's own rights.
api-own-tokens = Create own API tokens
# What that allows.
api-own-tokens-help = Use the API, never with more than this person’s own rights.
# The area: services and the data center.
area-services = Services
# The area: domain names.
area-domains = Domains
# The area: invoices, payments, orders.
area-billing = Billing
# The area: tickets.
area-support = Support requests
# The area: the account itself and its people.
area-account = Account administration
