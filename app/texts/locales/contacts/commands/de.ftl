### The words of what can be done to a contact, and of what was done.

edit = Kontakt bearbeiten
view-as = Als dieser Kontakt anmelden
suspend = Sperren
reactivate = Entsperren
delete = Löschen
restore = Wiederherstellen
delete-title = { $name } löschen?
delete-text = { $name } verliert sofort den Zugriff. { $days ->
    [0] Wiederherstellen lässt sich die Person nicht.
    [one] Sie können die Person einen Tag lang wiederherstellen.
   *[other] Sie können die Person { $days } Tage lang wiederherstellen.
}
command-done-to-suspend = { $name } wurde gesperrt.
command-done-to-reactivate = { $name } wurde entsperrt.
command-done-to-delete = { $name } wurde gelöscht.
command-done-to-restore = { $name } wurde wiederhergestellt.
command-done-to-send-reset = { $name } erhält einen Link zum Zurücksetzen.
command-done-suspend = Der Kontakt wurde gesperrt.
command-done-reactivate = Der Kontakt wurde entsperrt.
command-done-delete = Der Kontakt wurde gelöscht.
command-done-restore = Der Kontakt wurde wiederhergestellt.
command-done-send-reset = Ein Link zum Zurücksetzen wurde gesendet.
undo = Rückgängig
