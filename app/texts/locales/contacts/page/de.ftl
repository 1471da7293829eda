### The words of the page of one contact.

remove = Entfernen
rights = Rechte
owner-rights = Inhaber dürfen auf diesem Konto alles, immer.
no-rights = Dieser Kontakt darf auf dem Konto nichts.
history = Verlauf
added = Hinzugefügt von { $by }
changed-by = Geändert von { $by }
nothing-changed = Zugangsdaten geändert
added-on = Hinzugefügt
restore-title = Dieser Kontakt ist gelöscht
restore-until = Er lässt sich bis { $moment } wiederherstellen. Sehen Sie sich die früheren Rechte an: sie können überholt sein. Das alte Passwort und alte Sitzungen bleiben ungültig.
restore-with = Mit diesen Rechten wiederherstellen
restore-bare = Ohne Rechte wiederherstellen
had-rights = Frühere Rechte
