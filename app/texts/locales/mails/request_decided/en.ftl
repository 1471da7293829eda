### The mail about what was decided, to whoever asked.

# The subject: it takes data of the mail by the same names.
# `outcome` is `granted`, `met` (they had it by then) or `declined`.
# $right (String)
# $account (String)
# $outcome (String)
subject = { $outcome ->
    [granted] Your request for “{ $right }” on { $account } was granted
    [met] Your request for “{ $right }” on { $account } was closed
   *[declined] Your request for “{ $right }” on { $account } was declined
}
# What was decided: `outcome` as in the subject, or `granted-until` for a right that ends.
# `by` is whoever did it, with their address.
# $outcome (String)
# $by (String)
# $right (String)
# $account (String)
# $until (String)
lead = { $outcome ->
    [granted] { $by } gave you “{ $right }” on the account { $account }. You can use it now.
    [granted-until] { $by } gave you “{ $right }” on the account { $account }, until { $until }. You can use it now.
    [met] You asked for “{ $right }” on the account { $account }. You already have it, so { $by } closed your request.
   *[declined] { $by } declined your request for “{ $right }” on the account { $account }.
}
# Above the word that came with it: `by` is a name alone.
# $by (String)
adds = { $by } adds:
# A link to one's requests.
requests = Your requests
