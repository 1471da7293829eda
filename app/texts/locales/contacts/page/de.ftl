### The words of the page of one contact.

remove = Entfernen
rights = Rechte
owner-rights = Die Inhaberschaft hat immer vollen Zugriff auf dieses Konto.
no-rights = Noch kein Zugriff.
history = Verlauf
added = Hinzugefügt von { $by }
changed-by = Geändert von { $by }
nothing-changed = Zugangsdaten geändert
added-on = Hinzugefügt
restore-title = Dieser Kontakt wurde gelöscht
restore-until = Sie können ihn bis { $moment } wiederherstellen. Prüfen Sie die früheren Rechte: Sie können überholt sein. Das alte Passwort und alte Sitzungen bleiben ungültig.
restore-with = Mit diesen Rechten wiederherstellen
restore-bare = Ohne Rechte wiederherstellen
had-rights = Frühere Rechte
