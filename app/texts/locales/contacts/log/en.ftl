### What the log says of what was done to contacts.

# A fact, between who did it and the names of the contacts: a contact was added.
fact-added = added a contact:
# A fact, between who did it and the names of the contacts: a contact’s details or rights were changed.
fact-edited = edited a contact:
# A fact, between who did it and the names of the contacts: a contact was suspended.
fact-suspended = suspended a contact:
# A fact, between who did it and the names of the contacts: several contacts were suspended.
fact-suspended-many = suspended contacts:
# A fact, between who did it and the names of the contacts: a contact’s suspension was ended.
fact-reactivated = reactivated a contact:
# A fact, between who did it and the names of the contacts: a contact was deleted.
fact-deleted = deleted a contact:
# A fact, between who did it and the names of the contacts: several contacts were deleted.
fact-deleted-many = deleted contacts:
# A fact, between who did it and the names of the contacts: a deleted contact was restored.
fact-restored = restored a contact:
# A fact, between who did it and the names of the contacts: a contact was sent a link to set a password.
fact-reset-sent = sent a reset link to:
# A fact, between who did it and the names of the contacts: somebody began to view the portal as a contact.
fact-viewing-started = viewed the portal as:
# A fact, between who did it and the names of the contacts: somebody stopped viewing the portal as a contact.
fact-viewing-stopped = stopped viewing the portal as:
# A fact, between who did it and the names of the contacts: somebody ended their own access.
fact-left = left the account:
