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
lead = { $by } invites you to act for the account { $account } on { $brand }.
# Above the link.
choose = Here you can see what you would be able to do, and accept or decline:
# The button.
see = See the invitation
# How long the link works.
# $days (Number)
# $brand (String)
works = The link works once and for { $days } days. If you have no login at { $brand } yet, you make one there.
