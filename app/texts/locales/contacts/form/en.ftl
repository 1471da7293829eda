### The words of the form of a contact.

# The title of the form for a new contact.
add-title = Add New Contact
# The title of the form for an existing one.
# $name (String)
edit-title = Edit { $name }
# Above the rights that end, on the form.
ending = These rights end automatically. Saving keeps their end.
# Below the note.
note-help = Visible to people who can see contacts.
sign-in = Sign-in
activate = Activate Sub-Account
# What the box does.
activate-help = Lets this person sign in. Otherwise they only receive email.
# Why the box can't be cleared.
has-login = This person has a login. Suspend them to take access away.
password = Password
# Below the password of a new login.
# $min (Number)
password-help = At least { $min } characters. They’ll choose their own at first sign-in.
# Below the password of an existing login.
# $min (Number)
password-keep = Leave empty to keep the current one. A new one needs at least { $min } characters and must be changed at next sign-in.
show-password = Show
hide-password = Hide
# Sends a link to set a password.
send-reset = Send a reset link
notify = Notify the contact?
# What the box does.
notify-help = Emails them that they have access. The password isn’t included.
# Box: the address is meant so.
meant = Use the address exactly as written
# The button of the form.
submit = Submit
# The form was saved.
saved = Contact saved.
# Leads to the contact that was saved.
show = Show contact
# Somebody else changed the contact.
# $by (String)
conflict-by = { $by } saved changes while you were editing.
# The contact was changed, and there is no name of who did it.
conflict-unnamed = Somebody saved changes while you were editing.
# What that means for what was typed.
conflict-text = Both are kept: the form has your changes and theirs. Check it, then submit.
# Both changed a detail, each to something else.
# $field (String)
# $theirs (String)
clash = { $field }: you both changed it. They entered “{ $theirs }”, the form has yours.
# Both changed a detail, and the other one left it empty.
# $field (String)
clash-emptied = { $field }: you both changed it. They removed it, the form has yours.
# Loads what is saved, and drops what was typed.
load-new = Use theirs
# A contact was saved, with the name.
# $name (String)
saved-of = Saved { $name }.
# Opens what is rarely filled in.
more = Phone and note
# The same on an invitation.
more-invited = Note and last day
