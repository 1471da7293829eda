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
people = Personen
all = Alle
invited = Eingeladen
statuses = Personen nach Status
export = CSV herunterladen
export-help = Was diese Liste zeigt, bis zu { $most } Personen.
until = Bis
without-mails = { $count ->
    [one] { $count } Person bekommt keine E-Mails.
   *[other] { $count } Personen bekommen keine E-Mails.
}
without-mails-many = Mehr als 1.000 Personen bekommen keine E-Mails.
choose-mails = Für alle wählen
sort-by = Sortieren nach
sort = Sortieren
sort-name = Nachname, A bis Z
sort-name-down = Nachname, Z bis A
sort-email = E-Mail, A bis Z
sort-email-down = E-Mail, Z bis A
sort-status = Status
sort-status-down = Status, umgekehrt
sort-sign-in = Letzte Anmeldung, älteste zuerst
sort-sign-in-down = Letzte Anmeldung, neueste zuerst
