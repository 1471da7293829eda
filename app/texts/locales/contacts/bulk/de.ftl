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
bulk-done-resend = { $done ->
    [one] { $done } Einladung erneut gesendet.
   *[other] { $done } Einladungen erneut gesendet.
}
bulk-done-give-role = { $done } haben die Rolle bekommen.
bulk-done-take-role = { $done } haben die Rolle nicht mehr.
bulk-done-notify = { $done ->
    [one] Benachrichtigungen von { $done } Person gespeichert.
   *[other] Benachrichtigungen von { $done } Personen gespeichert.
}
bulk-done-set-end = { $done ->
    [one] Letzter Tag des Zugriffs für { $done } Person geändert.
   *[other] Letzter Tag des Zugriffs für { $done } Personen geändert.
}
many = 1.000+
rest-under-way = Der Rest folgt im Hintergrund.
rest-stopped = Der Rest wurde angehalten: Sie haben sich abgemeldet, es rückgängig gemacht oder haben das Recht nicht mehr.
refresh = Aktualisieren
many-people = mehr als 1.000 Personen
title-suspend = { $people } in { $account } sperren?
title-delete = { $people } aus { $account } löschen?
title-resend = { $people } die Einladung zu { $account } erneut senden?
title-give-role = { $people } in { $account } eine Rolle geben?
title-notify = E-Mails für { $people } in { $account } wählen?
title-set-end = Den letzten Tag des Zugriffs für { $people } in { $account } ändern?
more = Weitere Aktionen
resend = Einladungen erneut senden
give-role = Rolle geben
choose-mails = Benachrichtigungen wählen
set-end = Letzten Tag des Zugriffs ändern
set-end-yes = Letzten Tag speichern
ends-on = Letzter Tag des Zugriffs
ends-help = Der Zugriff endet mit Ablauf dieses Tages, in Ihrer Zeitzone.
endless = Kein letzter Tag
endless-help = Der Zugriff endet nicht von selbst, welcher Tag auch immer oben steht.
set-end-text = Das ersetzt den bisherigen letzten Tag und lässt sich nicht rückgängig machen. Inhaber, Personen ohne Anmeldung und offene Einladungen bleiben, wie sie sind.
give-role-yes = Rolle geben
choose-mails-yes = Benachrichtigungen speichern
role = Rolle
resend-text = Jede dieser Personen bekommt eine E-Mail mit einem neuen Link. Frühere Links gelten nicht mehr. Das lässt sich nicht rückgängig machen. Wer schon geantwortet hat, bleibt, wie er ist.
give-role-text = Alles andere behalten sie. „Rückgängig“ nimmt die Rolle nur denen, die sie jetzt bekommen.
choose-mails-text = Das ersetzt, was bisher für sie gewählt war, und lässt sich nicht rückgängig machen. Inhaber wählen für sich selbst.
suspend-text = Sie können sich anmelden, aber dieses Konto nicht benutzen, bis Sie sie entsperren.
delete-text = Sie verlieren sofort den Zugriff. { $days ->
    [0] Wiederherstellen lassen sie sich nicht.
    [one] Sie können sie einen Tag lang wiederherstellen.
   *[other] Sie können sie { $days } Tage lang wiederherstellen.
}
