### The mail to a contact that was just added.

subject = { $by } hat Sie bei { $account } auf { $brand } hinzugefügt
lead = { $by } hat Sie dem Konto { $account } auf { $brand } hinzugefügt.
login = Sie können sich mit dieser E-Mail-Adresse und dem Passwort anmelden, das { $by } Ihnen gibt:
own-password = Bei der ersten Anmeldung wählen Sie ein eigenes Passwort.
