### The words of the page of one contact.

# The button beside the name.
remove = Remove
rights = Rights
# What owners may do.
owner-rights = Owners always have full access to this account.
# Nothing was given.
no-rights = No access yet.
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
restore-title = This contact was deleted
# Until when that is possible.
# $moment (String)
restore-until = You can restore it until { $moment }. Check its rights: they may be out of date. The old password and sessions aren’t restored.
# Restores with the rights it had.
restore-with = Restore with these rights
# Restores without rights.
restore-bare = Restore without rights
# What the contact could do.
had-rights = Previous rights
