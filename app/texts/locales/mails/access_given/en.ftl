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
lead = { $by } gave you access to the account { $account } on { $brand } as a secondary user. You can use it right away, with the login you have:
# The button.
open = Open the account
# Above the link to refuse it.
# $days (Number)
unwanted = Not expected? You can decline this access within { $days } days:
# That link, as its page calls it too.
refuse = I don’t want this
