### The mail about a request that was withdrawn, to those who could decide.

# The subject: it takes data of the mail by the same names.
# $by (String)
# $account (String)
subject = { $by } withdrew a request for access to { $account }
# What happened.
# `by` is whoever did it, with their address.
# $by (String)
# $right (String)
# $account (String)
lead = { $by } withdrew the request for “{ $right }” on the account { $account }. There’s nothing left to decide.
# A link to the requests that are left.
requests = All requests
# Why somebody gets it.
foot = You get this email because you can give this right.
