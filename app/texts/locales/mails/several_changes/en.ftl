### The mail about several things that happened on an account.

# The subject: it takes data of the mail by the same names.
# $count (Number)
# $account (String)
subject = { $count } changes on { $account }
# Above the list: there are always several.
# $count (Number)
# $account (String)
lead = there were { $count } changes on the account { $account }:
# One of them: somebody `left`, or somebody's `profile` or `access` was changed; what changed is below it.
# `by` is whoever did it, with their address.
# $kind (String)
# $by (String)
# $contact (String)
entry = { $kind ->
    [left] { $contact } has left the account and no longer has access.
    [profile] { $by } changed the details of { $contact }:
   *[access] { $by } changed what { $contact } can do:
}
# How many are left out.
# $more (Number)
more = { $more ->
    [one] One more change is not listed here. The account’s activity shows all of them.
   *[other] { $more } more changes are not listed here. The account’s activity shows all of them.
}
# Above the address of the account's contacts.
contacts = To view the contacts of the account:
