### The words of the account's first page.

active-services-label = { $count ->
    [one] Aktiver Dienst
   *[other] Aktive Dienste
}
services-label = { $count ->
    [one] Dienst
   *[other] Dienste
}
domain-names-label = { $count ->
    [one] Domainname
   *[other] Domainnamen
}
unpaid-invoices-label = { $count ->
    [one] Offene Rechnung
   *[other] Offene Rechnungen
}
requests-exact = { $count ->
    [one] { $count } Anfrage zu entscheiden
   *[other] { $count } Anfragen zu entscheiden
}
requests-many = { $count }+ Anfragen zu entscheiden
people-label = { $count ->
    [one] Person in diesem Konto
   *[other] Personen in diesem Konto
}
nothing-here = Hier ist noch nichts für Sie
nothing-here-text = Sie können dieses Konto öffnen, haben aber noch keine Rechte. Fragen Sie Inhaberschaft oder Manager nach dem, was Sie brauchen.
all-services = Alle Dienste
recent = Letzte Ereignisse
all-activity = Alle Ereignisse
others = und { $count } weitere
can = Was Sie hier tun können
missing = Fehlt etwas? „Ihr Zugriff“ zeigt, was Sie hier tun können. Fragen Sie Inhaberschaft oder Manager nach mehr.
