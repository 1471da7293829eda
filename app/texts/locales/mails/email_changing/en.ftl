### The mail to the present address, when another one was asked for.

# The subject: it takes data of the mail by the same names.
# $brand (String)
subject = Somebody asked to change your email address on { $brand }
# What was asked for.
# $email (String)
# $brand (String)
lead = somebody, most likely you, wants to sign in to { $brand } with { $email } instead of this address. Nothing has changed yet: the new address must be confirmed first.
# If it was somebody else: a link to set a password is after it.
# $support (String)
foot = If it wasn’t you, set a new password now. That also cancels the change. Then write to { $support }.
