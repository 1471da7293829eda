### The mail about a request, to those who can decide.

# The subject: it takes data of the mail by the same names.
# $by (String)
# $account (String)
subject = { $by } asks for access to { $account }
# Above the reason.
# `by` is whoever did it, with their address.
# $by (String)
# $right (String)
# $account (String)
lead = { $by } asks for “{ $right }” on the account { $account }:
# Above the link to the requests.
choose = You can give it, with or without an end, or decline:
# The button.
decide = Decide
# Where the requests are; `people` is what the page of the account's people is called.
# $people (String)
where-to = You find all requests in the portal under { $people }.
# Why somebody gets it.
foot = You get this email because you can give this right. Nothing happens until somebody decides.
