### The words of Domains.

lead = Domainnamen dieses Kontos.
count-exact = { $count ->
    [one] { $count } Domain
   *[other] { $count } Domains
}
count-many = Mehr als 1.000 Domains
name = Name
status = Status
expires = Läuft ab
no-end = Unbefristet
none = Keine Domains
none-text = Domainnamen erscheinen hier, sobald sie registriert oder übertragen sind.
domain-status-pending = In Vorbereitung
domain-status-active = Aktiv
domain-status-expired = Abgelaufen
domain-status-ended = Beendet
which = Welche Domains
all-tab = Alle
expiring-tab = Laufen aus
no-expiring = Keine Domain läuft bald aus
no-expiring-text = Domains, die später auslaufen, stehen unter „Alle“.
single-lead = Die Domains, auf die Sie Zugriff haben.
active-tab = Aktiv
pending-tab = In Vorbereitung
expired-tab = Abgelaufen
ended-tab = Beendet
none-of-these = Keine solchen Domains
none-of-these-text = Andere Domains stehen unter „Alle“.
facts = Angaben
since = Hier seit
rights = Was Sie tun können
