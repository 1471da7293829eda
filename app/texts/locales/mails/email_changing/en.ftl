### The mail to the present address, when another one was asked for.

# The subject: it takes data of the mail by the same names.
# $brand (String)
subject = Another e-mail address was asked for on { $brand }
# What was asked for.
# $email (String)
# $brand (String)
lead = somebody, most likely you, wants to sign in to { $brand } with { $email } instead of this address. Nothing has changed yet: the new address must be confirmed first.
# If it was somebody else: a link to set a password is after it.
# $support (String)
foot = If it was not you, set a new password now; that also calls the change off. Then write to { $support }.
