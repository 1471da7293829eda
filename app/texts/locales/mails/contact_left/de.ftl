### The mail about somebody who ended their own access.

subject = { $contact } hat { $account } verlassen
lead = { $contact } hat das Konto { $account } verlassen und hat keinen Zugriff mehr.
contacts = Die Kontakte des Kontos, wo sich gelöschte Personen eine Zeit lang wiederherstellen lassen:
