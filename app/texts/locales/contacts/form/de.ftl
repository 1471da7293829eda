### The words of the form of a contact.

add-title = Neuen Kontakt hinzufügen
edit-title = { $name } bearbeiten
ending = Diese Rechte enden von selbst. Beim Speichern bleiben ihre Enden, wie sie sind.
note-help = Nur wer Kontakte sehen darf, kann sie lesen.
sign-in = Anmeldung
activate = Unterkonto aktivieren
activate-help = Der Kontakt kann sich mit der E-Mail-Adresse anmelden. Ohne das ist er nur ein Eintrag, der Mails bekommt.
has-login = Dieser Kontakt hat einen Zugang. Sperren Sie ihn, um den Zugriff zu nehmen.
password = Passwort
password-help = Mindestens { $min } Zeichen. Bei der ersten Anmeldung wählt der Kontakt ein eigenes.
password-keep = Leer lassen, um das jetzige zu behalten. Ein neues hat mindestens { $min } Zeichen und muss bei der nächsten Anmeldung geändert werden.
show-password = Anzeigen
hide-password = Verbergen
send-reset = Link zum Zurücksetzen schicken
notify = Kontakt benachrichtigen?
notify-help = Schickt eine Mail, dass Zugriff erteilt wurde, ohne das Passwort.
meant = Die Adresse ist so gemeint, wie sie dasteht
submit = Absenden
saved = Der Kontakt wurde gespeichert.
show = Kontakt ansehen
conflict-by = { $by } hat diesen Kontakt geändert, während Sie ihn bearbeitet haben.
conflict-unnamed = Dieser Kontakt wurde geändert, während Sie ihn bearbeitet haben.
conflict-text = Ihre Eingaben stehen noch hier. Senden Sie sie noch einmal ab, um sie darüber zu speichern.
load-new = Neue Fassung laden
