### The words of the page of one contact.

# The button beside the name.
remove = Remove
rights = Rights
# What owners may do.
owner-rights = Owners may do everything on this account, always.
# Nothing was given.
no-rights = This contact may do nothing on the account.
history = History
# The first entry.
# $by (String)
added = Added by { $by }
# Who changed it.
# $by (String)
changed-by = Changed by { $by }
# A version without differences that can be shown.
nothing-changed = Sign-in data changed
# When it was added.
added-on = Added
restore-title = This contact is deleted
# Until when that is possible.
# $moment (String)
restore-until = It can be restored until { $moment }. Look at the rights it had: they may be out of date. Its old password and sessions stay gone.
# Restores with the rights it had.
restore-with = Restore with these rights
# Restores without rights.
restore-bare = Restore without rights
# What the contact could do.
had-rights = Rights it had
