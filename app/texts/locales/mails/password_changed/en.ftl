### The mail to somebody whose password was changed.

# The subject: it takes data of the mail by the same names.
# $brand (String)
subject = Your password for { $brand } was changed
# What happened, and when.
# $brand (String)
# $at (String)
lead = your password for { $brand } was changed on { $at }. You’ve been signed out everywhere else.
# If it was somebody else: a link to set a password is after it.
# $support (String)
foot = If it wasn’t you, set a new one immediately and write to { $support }.
