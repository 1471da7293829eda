### The mail about a change of names and addresses alone.

subject = { $by } hat die Angaben zu { $contact } bei { $account } geändert
lead = { $by } hat die Angaben zu { $contact } beim Konto { $account } geändert:
