### The words of the list of contacts.

lead = Personen mit Zugriff auf dieses Konto.
add = Neuen Kontakt hinzufügen
search = Namen und Adressen durchsuchen
status-filter = Status
any-status = Jeder Status
access-filter = Zugriff
any-access = Jeder Zugriff
templates = Vorlagen
owners = Inhaberschaft
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
empty-text = Fügen Sie die Personen hinzu, die Ihnen helfen, jede mit genau den nötigen Rechten.
no-match = Niemand gefunden
no-match-text = Versuchen Sie ein anderes Wort oder entfernen Sie die Filter.
show-all = Alle zeigen
none-deleted = Keine gelöschten Personen
none-deleted-text = { $days ->
    [0] Gelöschte Personen lassen sich nicht wiederherstellen.
    [one] Gelöschte Personen erscheinen hier einen Tag lang.
   *[other] Gelöschte Personen erscheinen hier { $days } Tage lang.
}
