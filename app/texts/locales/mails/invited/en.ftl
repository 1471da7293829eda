### The mail to an address that was invited and that nobody is known by.

# The subject: it takes data of the mail by the same names.
# $by (String)
# $account (String)
# $brand (String)
subject = { $by } invites you to { $account } on { $brand }
# How it begins: nobody knows a name.
hello = Hello,
# What happened.
# `by` is whoever did it, with their address.
# $by (String)
# $account (String)
# $brand (String)
lead = { $by } invites you to the account { $account } on { $brand }.
# Above the link.
choose = See what you’ll be able to do, and accept or decline:
# The button.
see = View invitation
# How long the link works.
# $days (Number)
# $brand (String)
works = The link works once and for { $days } days. If you don’t have a login at { $brand } yet, you can create one there.
