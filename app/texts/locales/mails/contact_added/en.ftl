### The mail to a contact that was just added.

# The subject: it takes data of the mail by the same names.
# $by (String)
# $account (String)
# $brand (String)
subject = { $by } added you to { $account } on { $brand }
# What happened.
# `by` is whoever did it, with their address.
# $by (String)
# $account (String)
# $brand (String)
lead = { $by } added you to the account { $account } on { $brand }.
# Above the link, with a login: `by` is a name alone.
# $by (String)
login = Sign in with this email address and the password that { $by } gives you:
# Below it.
own-password = You’ll choose your own password at first sign-in.
