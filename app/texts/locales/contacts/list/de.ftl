### The words of the list of contacts.

lead = Die Personen, die dieses Konto benutzen dürfen, und was jede von ihnen darf.
add = Neuen Kontakt hinzufügen
search = Namen und Adressen durchsuchen
status-filter = Status
any-status = Jeder Status
access-filter = Zugriff
any-access = Jeder Zugriff
templates = Vorlagen
owners = Inhaber
apply = Anwenden
clear = Filter entfernen
email = E-Mail
access = Zugriff
status-column = Status
pick = { $name } auswählen
pick-page = Alle auf dieser Seite auswählen
pages = Seiten
previous = Zurück
next = Weiter
empty = Noch niemand da
empty-text = Fügen Sie die Personen hinzu, die Ihnen mit diesem Konto helfen, jede mit genau den nötigen Rechten.
no-match = Niemand gefunden
no-match-text = Versuchen Sie ein anderes Wort oder entfernen Sie die Filter.
show-all = Alle zeigen
none-deleted = Niemand wurde gelöscht
none-deleted-text = Wen Sie löschen, der steht hier. { $days ->
    [0] Gelöschte Personen lassen sich nicht wiederherstellen.
    [one] Gelöschte Personen können Sie einen Tag lang wiederherstellen, unter dem Status „Gelöscht“.
   *[other] Gelöschte Personen können Sie { $days } Tage lang wiederherstellen, unter dem Status „Gelöscht“.
}
