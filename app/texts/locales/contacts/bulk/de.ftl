### The words of doing something to many contacts.

picked = { $count } ausgewählt
pick-all = Alle { $total } auswählen
unpick = Auswahl aufheben
bar = Aktionen für die Auswahl
tick-first = Wählen Sie mindestens eine Person aus.
left-alone = { $count } übersprungen.
bulk-done-suspend = { $done } gesperrt.
bulk-done-reactivate = { $done } entsperrt.
bulk-done-delete = { $done } gelöscht.
bulk-done-restore = { $done } wiederhergestellt.
bulk-done-send-reset = { $done } Links gesendet.
many = 1.000+
rest-under-way = Der Rest folgt im Hintergrund.
rest-stopped = Der Rest wurde angehalten: Sie haben sich abgemeldet, es rückgängig gemacht oder haben das Recht nicht mehr.
refresh = Aktualisieren
title-suspend = { $people } sperren?
title-reactivate = { $people } entsperren?
title-delete = { $people } löschen?
title-restore = { $people } wiederherstellen?
title-send-reset = Links zum Zurücksetzen senden: { $people }?
suspend-text = Sie können sich anmelden, aber dieses Konto nicht benutzen, bis Sie sie entsperren.
delete-text = Sie verlieren sofort den Zugriff. { $days ->
    [0] Wiederherstellen lassen sie sich nicht.
    [one] Sie können sie einen Tag lang wiederherstellen.
   *[other] Sie können sie { $days } Tage lang wiederherstellen.
}
