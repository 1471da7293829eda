### The words of the form of a contact.

add-title = Neuen Kontakt hinzufügen
edit-title = { $name } bearbeiten
ending = Diese Rechte enden automatisch. Beim Speichern bleibt ihr Ende.
note-help = Sichtbar für alle, die Kontakte sehen können.
sign-in = Anmeldung
activate = Unterkonto aktivieren
activate-help = Damit kann sich die Person anmelden. Sonst erhält sie nur E-Mails.
has-login = Diese Person hat einen Zugang. Sperren Sie sie, um den Zugriff zu nehmen.
password = Passwort
password-help = Mindestens { $min } Zeichen. Bei der ersten Anmeldung wählt die Person ein eigenes.
password-keep = Leer lassen, um das aktuelle zu behalten. Ein neues braucht mindestens { $min } Zeichen und muss bei der nächsten Anmeldung geändert werden.
show-password = Anzeigen
hide-password = Verbergen
send-reset = Link zum Zurücksetzen senden
notify = Kontakt benachrichtigen?
notify-help = Sendet eine E-Mail über den Zugriff. Das Passwort steht nicht darin.
meant = Adresse genau so verwenden
submit = Absenden
saved = Kontakt gespeichert.
show = Kontakt anzeigen
conflict-by = { $by } hat Änderungen gespeichert, während Sie bearbeitet haben.
conflict-unnamed = Während Sie bearbeitet haben, wurden Änderungen gespeichert.
conflict-text = Beides bleibt erhalten: Das Formular enthält Ihre und die anderen Änderungen. Prüfen Sie es und speichern Sie dann.
clash = { $field }: von Ihnen beiden geändert. Dort steht „{ $theirs }“, im Formular Ihr Eintrag.
clash-emptied = { $field }: von Ihnen beiden geändert. Dort wurde es entfernt, im Formular steht Ihr Eintrag.
load-new = Andere Fassung übernehmen
