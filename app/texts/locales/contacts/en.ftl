### The words of the contacts pages: what several of them say.

# What the people of an account are called here: contacts.
heading-contacts = Contacts
# What the people of an account are called here: those with delegate access.
heading-delegate-access = Delegate access
# What the people of an account are called here: users.
heading-user-management = User management
# What the people of an account are called here: sub-accounts.
heading-sub-accounts = Sub-accounts
# Where a contact stands: no login.
status-contact-only = Contact only
# Where a contact stands: invited, not yet accepted.
status-request-pending = Request Pending
# Where a contact stands: invited, and too late to accept.
status-invitation-expired = Invitation expired
# Where a contact stands: can sign in and act.
status-active = Active
# Where a contact stands: suspended.
status-suspended = Suspended
# Where a contact stands: access ran out.
status-access-expired = Access expired
# Where a contact stands: declined the invitation.
status-declined = Declined
# Where a contact stands: deleted.
status-deleted = Deleted
# A contact of the account has this address.
# $name (String)
problem-taken-by = { $name } already uses this email address on this account.
# The address belongs to somebody who looks after their own login.
problem-has-login = This person already has their own login. If they were here before, restore them under “Deleted”. Otherwise invite them.
# The invitation went to this address, so that it can’t be changed.
problem-invited-address = The invitation went to this address. To use another one, cancel it and send a new invitation.
# The template’s ticks were filled in and want a look before they are saved.
problem-template-filled-in = The template is filled in. Check the boxes and submit again.
# The form came back with services that were searched for.
problem-services-searched = You searched for services. Nothing was saved yet.
# Before the end of a right.
until = until
# The group of roles in the filter.
roles = Roles
name = Name
notifications = Notifications
last-sign-in = Last sign-in
# Column of the row menus.
actions = Actions
# Never signed in.
never = Never
# Until when access or an invitation lasts.
# $moment (String)
until-moment = until { $moment }
# The badge of owners.
owner = Owner
# The badge of one's own row.
you = You
# The row's menu.
# $name (String)
actions-for = Actions for { $name }
# After the first few names of a list, where there are more.
# $count (Number)
and-more = and { $count } more
# The same where nobody counted.
and-others = and others
# How many there are, exactly.
# $count (Number)
total = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
# More than were counted.
total-many = More than 1,000 people
# Leaves things as they are.
cancel = Cancel
# Closes a dialog.
close = Close
details = Details
first-name = First name
last-name = Last name
email-address = Email address
phone = Telephone
note = Note
# Beside what may stay empty.
optional = Optional
