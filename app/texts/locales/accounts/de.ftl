### The words of the list of accounts, of leaving one, and of what tells accounts apart.

search = Konten suchen
find = Suchen
found-one = 1 Konto
found-many = { "{count}" } Konten
none-found = Keine Konten gefunden
none-found-text = Prüfen Sie die Schreibweise oder leeren Sie die Suche.
which = Welche Konten
all = Alle
attention = Braucht Aufmerksamkeit
all-quiet = Es ist nichts zu tun
all-quiet-text = Keine überfälligen Rechnungen, und nichts läuft bald ab.
pin = { $name } anheften
pinned = Angeheftet
invoices = { $count ->
    [one] { $count } überfällige Rechnung
   *[other] { $count } überfällige Rechnungen
}
services = { $count ->
    [one] { $count } Dienst läuft aus oder ist abgelaufen
   *[other] { $count } Dienste laufen aus oder sind abgelaufen
}
domains = { $count ->
    [one] { $count } Domain läuft aus oder ist abgelaufen
   *[other] { $count } Domains laufen aus oder sind abgelaufen
}
contacts = { $count ->
    [one] Zugriff von { $count } Person endet bald
   *[other] Zugriff von { $count } Personen endet bald
}
ends = Ihr Zugriff endet: { $date }
leave = Dieses Konto verlassen
leave-title = { $name } verlassen?
leave-text = Sie verlieren sofort den Zugriff. Nur wer das Konto verwaltet, kann Sie wieder hinzufügen. Die Inhaberschaft wird benachrichtigt.
leave-last = Wenn Sie kein anderes Konto haben, werden Sie abgemeldet, und Ihr Passwort gilt nicht mehr.
left = Sie haben das Konto verlassen. Die Inhaberschaft wird per E-Mail benachrichtigt.
of-account = Konto: { $name }
fact-created = hat das Konto angelegt
fact-imported = hat Daten importiert
fact-pinned = hat ein Konto angeheftet
fact-unpinned = hat ein Konto gelöst
