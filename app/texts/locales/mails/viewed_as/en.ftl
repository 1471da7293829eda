### The mail to somebody when another person begins to look at the portal as them.

# The subject: it takes data of the mail by the same names.
# $by (String)
# $account (String)
subject = { $by } looks at { $account } as you
# What happened, and when.
# `by` is whoever did it, with their address.
# $by (String)
# $at (String)
# $account (String)
# $brand (String)
lead = { $by } began on { $at } to look at the account { $account } as you see it on { $brand }.
# What they can do, and for how long.
# $minutes (Number)
how = They see what you may see there and can change nothing. It ends by itself after { $minutes } minutes, and is written down in the account's activity.
# Why somebody is told: `by` is a name alone.
# $by (String)
# $support (String)
foot = You are told so that nobody does it behind your back. If you do not know why, ask { $by }, or write to { $support }.
