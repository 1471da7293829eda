### The words of search across an account, and of the search fields of lists.

title = Suche
lead = Personen, Dienste, Domains, Rechnungen, Seiten und Ihre anderen Konten, soweit Sie sie sehen können.
field = Suchen nach
find = Suchen
in-services = Dienste durchsuchen
in-domains = Domains durchsuchen
in-invoices = Nach Nummer suchen
show-all = Alle anzeigen
results = Ergebnisse
found = { $count ->
    [one] { $count } Ergebnis
   *[other] { $count } Ergebnisse
}
none = Nichts gefunden
none-text = Prüfen Sie die Schreibweise, oder suchen Sie nach einem Teil davon.
pages = Seiten
people = Personen
services = Dienste
domains = Domains
invoices = Rechnungen
accounts = Andere Konten
all-people = Alle passenden Personen
all-services = Alle passenden Dienste
all-domains = Alle passenden Domains
all-invoices = Alle passenden Rechnungen
all-accounts = Alle passenden Konten
palette-keys = ↑ ↓ zum Auswählen, Enter zum Öffnen, Esc zum Schließen
