### The mail to an old address, when it is none any more.

# The subject: it takes data of the mail by the same names.
# $brand (String)
subject = Your e-mail address for { $brand } was changed
# What happened.
# $email (String)
# $brand (String)
lead = from now on you sign in to { $brand } with { $email }, and no longer with this address. Everywhere else you were signed in, you no longer are.
# If it was somebody else.
# $support (String)
foot = If it was not you, write to { $support } at once.
