### The mail about a change of names and addresses alone.

# The subject: it takes data of the mail by the same names.
# $by (String)
# $contact (String)
# $account (String)
subject = { $by } changed the details of { $contact } on { $account }
# Above the list of changes.
# `by` is whoever did it, with their address.
# $by (String)
# $contact (String)
# $account (String)
lead = { $by } changed the details of { $contact } on the account { $account }:
