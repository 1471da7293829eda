### The words of doing something to many contacts.

picked = { $count } ausgewählt
pick-all = Alle { $total } Treffer
unpick = Auswahl aufheben
bar = Aktionen für die Auswahl
tick-first = Kreuzen Sie zuerst jemanden an.
left-alone = { $count } unverändert.
bulk-done-suspend = { $done } gesperrt.
bulk-done-reactivate = { $done } entsperrt.
bulk-done-delete = { $done } gelöscht.
bulk-done-restore = { $done } wiederhergestellt.
bulk-done-send-reset = { $done } Links verschickt.
many = 1.000+
rest-under-way = Der Rest folgt im Hintergrund.
rest-stopped = Der Rest wurde angehalten: Sie haben sich abgemeldet, es rückgängig gemacht oder dürfen es nicht mehr.
refresh = Aktualisieren
title-suspend = { $count } sperren?
title-reactivate = { $count } entsperren?
title-delete = { $count } löschen?
title-restore = { $count } wiederherstellen?
title-send-reset = { $count } Links verschicken?
suspend-text = Sie können sich anmelden, aber dieses Konto nicht benutzen, bis sie entsperrt werden. Inhaber, Sie selbst und Personen ohne Zugang bleiben, wie sie sind.
delete-text = Sie verlieren sofort jeden Zugriff auf dieses Konto. { $days ->
    [0] Gelöschte Personen lassen sich nicht wiederherstellen.
    [one] Gelöschte Personen können Sie einen Tag lang wiederherstellen, unter dem Status „Gelöscht“.
   *[other] Gelöschte Personen können Sie { $days } Tage lang wiederherstellen, unter dem Status „Gelöscht“.
} Inhaber und Sie selbst bleiben, wie sie sind.
