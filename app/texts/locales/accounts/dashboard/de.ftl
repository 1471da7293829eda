### The words of the account's first page.

active-services-label = { $count ->
    [one] Aktiver Dienst
   *[other] Aktive Dienste
}
expiring = { $count ->
    [one] { $count } läuft aus oder ist abgelaufen
   *[other] { $count } laufen aus oder sind abgelaufen
}
domain-names-label = { $count ->
    [one] Domainname
   *[other] Domainnamen
}
unpaid-invoices-label = { $count ->
    [one] Offene Rechnung
   *[other] Offene Rechnungen
}
overdue = { $count } überfällig
requests-exact = { $count ->
    [one] { $count } Anfrage zu entscheiden
   *[other] { $count } Anfragen zu entscheiden
}
requests-many = { $count }+ Anfragen zu entscheiden
all-fine = Es ist nichts zu tun
people-label = { $count ->
    [one] Person in diesem Konto
   *[other] Personen in diesem Konto
}
nothing-here = Hier ist noch nichts für Sie
nothing-here-text = Sie können dieses Konto öffnen, haben aber noch keine Rechte. Fragen Sie Inhaberschaft oder Manager nach dem, was Sie brauchen.
