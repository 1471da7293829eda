### The mail to an address that is to be proved.

# The subject: it takes data of the mail by the same names.
# $brand (String)
subject = Confirm your email address for { $brand }
# Above the link.
# $brand (String)
lead = you asked to sign in to { $brand } with this email address. Confirm that it’s yours:
# The button.
confirm = Confirm this address
# How long the link works.
# $hours (Number)
works = The link works once, for { $hours } hours, and only for you: sign in when asked. Nothing changes until then.
# For anybody else.
foot = If it wasn’t you, ignore this email.
