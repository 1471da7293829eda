### The words for the details of a contact, and for where it stands.

# A detail of a contact: the first name.
detail-first-name = First name
# The last name.
detail-last-name = Last name
# The address of its mails.
detail-email = Email address
# The telephone number.
detail-phone = Telephone
# What managers write for each other.
detail-note = Note
# A detail whose name is not known.
detail-other = A detail
# A record without a login.
state-contact-only = Contact only
# Invited, not yet accepted.
state-pending = Request Pending
# Can sign in and act.
state-active = Active
# Can sign in, but not act here.
state-suspended = Suspended
# Invited and declined.
state-declined = Declined
# Deleted; restorable for a while.
state-deleted = Deleted
