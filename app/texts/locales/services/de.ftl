### The words of My Services.

lead = Dienste dieses Kontos.
expiring-lead = Dienste, die innerhalb von 30 Tagen ablaufen oder abgelaufen sind, und jene, auf die Sie Zugriff haben.
single-lead = Dienste, auf die Sie Zugriff haben.
which = Welche Dienste
active-tab = Aktive
all-tab = Alle
count-exact = { $count ->
    [one] { $count } Dienst
   *[other] { $count } Dienste
}
count-many = Mehr als 1.000 Dienste
name = Name
kind = Typ
status = Status
expires = Läuft ab
you-may = Ihr Zugriff
view-only = Ansehen
expires-soon = Läuft bald ab
no-end = Unbefristet
none = Keine Dienste
none-text = Dienste erscheinen hier, sobald sie bestellt sind oder Sie Zugriff bekommen.
no-active = Keine aktiven Dienste
no-active-text = Die anderen finden Sie unter „Alle“.
service-kind-vps = Virtueller Server
service-kind-dedicated = Dedizierter Server
service-kind-hosting = Webhosting
service-kind-colocation = Rackfläche
service-kind-other = Sonstiges
service-status-pending = In Vorbereitung
service-status-active = Aktiv
service-status-suspended = Gesperrt
service-status-expired = Abgelaufen
service-status-ended = Beendet
order = Dienst bestellen
expiring-tab = Laufen aus
no-expiring = Kein Dienst läuft bald aus
no-expiring-text = Dienste, die später auslaufen, stehen unter „Alle“.
state = Zustand
state-running = Läuft
state-stopped = Angehalten
state-busy = Beschäftigt
state-unknown = Unbekannt
seen = gesehen { $ago }
address = Adresse
price = Preis
next-due = Nächste Fälligkeit
price-a-month = { $amount } im Monat
price-a-quarter = { $amount } im Quartal
price-half-yearly = { $amount } alle 6 Monate
price-a-year = { $amount } im Jahr
