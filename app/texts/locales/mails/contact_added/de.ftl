### The mail to a contact that was just added.

subject = { $by } hat Sie bei { $account } bei { $brand } hinzugefügt
lead = { $by } hat Sie dem Konto { $account } bei { $brand } hinzugefügt.
login = Melden Sie sich mit dieser E-Mail-Adresse und dem Passwort an, das { $by } Ihnen gibt:
own-password = Bei der ersten Anmeldung wählen Sie ein eigenes Passwort.
