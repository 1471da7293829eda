### The mail to somebody registered who was given access at once.

# The subject: it takes data of the mail by the same names.
# $by (String)
# $account (String)
# $brand (String)
subject = { $by } gave you access to { $account } on { $brand }
# Above the link to the account.
# `by` is whoever did it, with their address.
# $by (String)
# $account (String)
# $brand (String)
lead = { $by } set you as a secondary user of the account { $account } on { $brand }. You can use it at once, with the login you have:
# The button.
open = Open the account
# Above the link to refuse it.
# $days (Number)
unwanted = You don't want this? Say so here within { $days } days, and the access is gone:
# That link, as its page calls it too.
refuse = I don’t want this
