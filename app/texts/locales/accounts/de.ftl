### The words of the list of accounts, of leaving one, and of what tells accounts apart.

search = Konten suchen
find = Suchen
found-one = 1 Konto
found-many = { "{count}" } Konten
none-found = Kein Konto passt dazu
none-found-text = Prüfen Sie die Schreibweise, oder sehen Sie alle durch.
which = Welche Konten
all = Alle
attention = Braucht Aufmerksamkeit
all-quiet = Es ist nichts zu tun
all-quiet-text = Keine Rechnung, die Sie sehen, ist überfällig, und nichts, was Sie sehen, läuft bald aus.
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
    [one] Zugang von { $count } Person endet bald
   *[other] Zugang von { $count } Personen endet bald
}
ends = Ihr Zugang endet: { $date }
leave = Dieses Konto verlassen
leave-title = { $name } verlassen?
leave-text = Ihr Zugang endet sofort, hier und in jedem offenen Tab. Zurückgeben kann ihn nur, wer das Konto verwaltet. Die Inhaber erfahren es per E-Mail.
leave-last = Wenn Sie kein anderes Konto haben, werden Sie abgemeldet, und Ihr Passwort gilt nicht mehr.
left = Sie haben das Konto verlassen. Die Inhaber erfahren es per E-Mail.
of-account = im Konto { $name }
fact-created = hat das Konto angelegt
fact-imported = hat Daten importiert
fact-pinned = hat ein Konto angeheftet
fact-unpinned = hat ein Konto gelöst
