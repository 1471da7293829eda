### The mail about somebody who ended their own access.

subject = { $contact } hat { $account } verlassen
lead = { $contact } hat das Konto { $account } verlassen und kann darin nichts mehr tun.
contacts = Die Kontakte des Kontos, wo sich gelöschte eine Zeit lang wiederherstellen lassen:
