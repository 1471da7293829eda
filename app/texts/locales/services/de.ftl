### The words of My Services.

lead = Was dieses Konto bei uns hat.
expiring-lead = Dienste, die innerhalb von 30 Tagen ablaufen oder abgelaufen sind, und jene, auf die Sie Zugriff haben.
single-lead = Die Dienste, auf die Sie Zugriff haben.
which = Welche Dienste
active-tab = Aktive
all-tab = Alle
count-exact = { $count ->
    [one] { $count } Dienst
   *[other] { $count } Dienste
}
count-many = Mehr als 1.000 Dienste
name = Name
kind = Art
status = Status
expires = Läuft ab
you-may = Sie dürfen
view-only = Ansehen
expires-soon = Läuft bald ab
no-end = Ohne Ende
none = Keine Dienste
none-text = Dienste stehen hier, sobald sie bestellt sind oder Ihnen jemand Zugriff darauf gibt.
no-active = Keine aktiven Dienste
no-active-text = Dienste, die nicht aktiv sind, stehen unter „Alle“.
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
