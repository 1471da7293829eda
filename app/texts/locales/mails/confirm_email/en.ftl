### The mail to an address that is to be proved.

# The subject: it takes data of the mail by the same names.
# $brand (String)
subject = Confirm your e-mail address for { $brand }
# Above the link.
# $brand (String)
lead = you asked { $brand } to use this e-mail address for signing in. Confirm that it is yours:
# The button.
confirm = Confirm this address
# How long the link works.
# $hours (Number)
works = The link works once and for { $hours } hours, for you alone: you will be asked to sign in if you are not. Until then nothing changes.
# For anybody else.
foot = If it was not you, ignore this mail.
