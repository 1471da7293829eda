### The mail to somebody when another person begins to look at the portal as them.

# The subject: it takes data of the mail by the same names.
# $by (String)
# $account (String)
subject = { $by } viewed { $account } as you
# What happened, and when.
# `by` is whoever did it, with their address.
# $by (String)
# $at (String)
# $account (String)
# $brand (String)
lead = { $by } started viewing the account { $account } on { $brand } as you on { $at }.
# What they can do, and for how long.
# $minutes (Number)
how = They see what you can see and can’t change anything. It ends after { $minutes } minutes and is recorded in the account’s activity.
# Why somebody is told: `by` is a name alone.
# $by (String)
# $support (String)
foot = We always tell people about this. If you don’t know why, ask { $by } or write to { $support }.
