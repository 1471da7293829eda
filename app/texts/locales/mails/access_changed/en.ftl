### The mail about a change of what somebody may do.

# The subject: it takes data of the mail by the same names.
# $by (String)
# $contact (String)
# $account (String)
subject = { $by } changed { $contact }’s access to { $account }
# Above the list of changes.
# `by` is whoever did it, with their address.
# $by (String)
# $contact (String)
# $account (String)
lead = { $by } changed what { $contact } can do on the account { $account }:
