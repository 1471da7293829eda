### The words of the frame: menus, banners, titles.

# The link for keyboards that jumps over the menus.
skip = Skip to content

# The left menu.
main-menu = Main menu

# Its button on small screens.
menu = Menu

# The button that closes it there.
close-menu = Close menu

# The region of short messages.
messages = Messages

# Takes one away.
dismiss = Dismiss

# The first page of an account.
dashboard = Dashboard

# The group Account.
account = Account

# The left menu's word for the people of the account, where the provider calls them contacts.
manage-contacts = Manage Contacts

# The left menu's word for the people of the account, where the provider calls it user management.
user-management = User management

# The left menu's word for the people of the account, where the provider calls it delegated access.
delegate-access = Delegate Access

# The left menu's word for the people of the account, where the provider calls them sub-accounts.
sub-accounts = Sub-accounts

# The page of the services.
services = My Services

# The page of the domains.
domains = Domains

# The page of the invoices.
billing = Billing & Payment

# The page of the tickets.
support = Support

# The page of the visits.
data-center = Data Center

# The page of the orders.
order = Order

# The page of who did what on the account.
activity = Activity

# The page of one's own name and address.
my-account = My Account

# The page of one's own password and sessions.
security = Security

# The button that signs out.
sign-out = Sign out

# What it is called to be on an account that one chose.
management-mode = Management Mode

# The link to the chooser.
all-accounts = All accounts

# Nothing was sent, for there is no network.
offline = You’re offline. Try again when you’re connected.

# Nothing came back from the server.
unreachable = The portal didn’t answer. Check your connection, then try again.

# Whether to leave a page with a form that is half filled in.
leave = Leave this page?

# What is lost then.
leave-text = What you typed here isn’t saved and will be lost.

# The button that leaves it.
leave-yes = Leave

# The button that does not.
leave-no = Stay here

# The banner of Management Mode.
# $account (String)
accessing = You are accessing { $account }

# The button that leaves it.
exit-management-mode = Exit Management Mode

# The banner while viewing as a contact.
# $name (String)
viewing-as = You are viewing the portal as { $name }

# What that means.
view-only = You see what they see. Nothing can be changed.

# Ends it.
stop = Stop

# The banner on a suspended account.
account-suspended = This account is suspended. You can still pay and contact support, but not use services or place orders.

# The banner on a closed account.
account-closed = This account is closed. You can still read its invoices and tickets.

# In the foot, before the support address.
help = Help:

# In the foot of a demonstration.
demo = Demo with made-up data

# Back to the first page.
to-start = Go to the start page

# Back to the account's first page.
to-dashboard = Go to dashboard

# The page of one's own rights on an account.
my-rights-here = Your access

# Opens sign-in beside a form whose session ended.
sign-in-new-tab = Sign in in a new tab

# Where an account stands: in good standing.
account-status-active = Active

# Where an account stands: suspended.
account-status-suspended = Suspended

# Where an account stands: closed.
account-status-closed = Closed

# The kind of owner: the one who answers for the account.
owner-legal = Owner

# The kind of owner: one whom the legal owner appointed.
owner-co-owner = Co-owner

# What Delegate Access is.
delegate-lead = Give others exactly the access they need.

# The link that opens a mail to support.
write-support = Email support
