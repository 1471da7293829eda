### The mail to an old address, when it is none any more.

# The subject: it takes data of the mail by the same names.
# $brand (String)
subject = Your email address for { $brand } was changed
# What happened.
# $email (String)
# $brand (String)
lead = from now on, sign in to { $brand } with { $email } instead of this address. You’ve been signed out everywhere else.
# If it was somebody else.
# $support (String)
foot = If it wasn’t you, write to { $support } immediately.
