### The mail to somebody who may set a new password.

# The subject: it takes data of the mail by the same names.
# $brand (String)
subject = Set your password for { $brand }
# Above the link.
# $brand (String)
lead = somebody, most likely you, asked for a link to set your password for { $brand }. Here it is:
# The button.
set = Set a password
# How long the link works: so many `days` or `minutes`.
# $amount (Number)
# $unit (String)
works = It works once and for { $unit ->
    [days] { $amount } days
   *[minutes] { $amount } minutes
}. Until then, your current password, if you have one, stays the same.
# For anybody else.
foot = If it wasn’t you, ignore this email: nothing changes.
