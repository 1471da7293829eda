### The mail about a change of what somebody may do.

subject = { $by } hat den Zugang von { $contact } zu { $account } geändert
lead = { $by } hat geändert, was { $contact } beim Konto { $account } darf:
