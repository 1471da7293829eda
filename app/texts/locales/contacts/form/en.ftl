### The words of the form of a contact.

# The title of the form for a new contact.
add-title = Add New Contact
# The title of the form for an existing one.
# $name (String)
edit-title = Edit { $name }
# Above the rights that end, on the form.
ending = These rights end by themselves. Saving keeps their ends.
# Below the note.
note-help = Only people who may see contacts can read it.
sign-in = Sign-in
activate = Activate Sub-Account
# What the box does.
activate-help = The contact can sign in with the email address. Without it, this is a record that only gets mail.
# Why the box can't be cleared.
has-login = This contact has a login. Suspend it to take its access away.
password = Password
# Below the password of a new login.
# $min (Number)
password-help = At least { $min } characters. The contact chooses an own one at the first sign-in.
# Below the password of an existing login.
# $min (Number)
password-keep = Leave it empty to keep the present one. A new one has at least { $min } characters and must be changed at the next sign-in.
show-password = Show
hide-password = Hide
# Sends a link to set a password.
send-reset = Send a reset link
notify = Notify the contact?
# What the box does.
notify-help = Sends a mail that access was given, without the password.
# Box: the address is meant so.
meant = The address is meant as it is written
# The button of the form.
submit = Submit
# The form was saved.
saved = The contact was saved.
# Leads to the contact that was saved.
show = Show the contact
# Somebody else changed the contact.
# $by (String)
conflict-by = { $by } changed this contact while you were editing it.
# The contact was changed, and there is no name of who did it.
conflict-unnamed = This contact was changed while you were editing it.
# What that means for what was typed.
conflict-text = What you typed is still here. Submit again to save it over these changes.
# Loads what is saved, and drops what was typed.
load-new = Load the new version
