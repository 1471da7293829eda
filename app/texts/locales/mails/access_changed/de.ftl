### The mail about a change of what somebody may do.

subject = { $by } hat den Zugriff von { $contact } auf { $account } geändert
lead = { $by } hat geändert, was { $contact } beim Konto { $account } tun kann:
