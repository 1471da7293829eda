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
login = You can sign in with this e-mail address and the password that { $by } gives you:
# Below it.
own-password = You choose a password of your own when you sign in for the first time.
