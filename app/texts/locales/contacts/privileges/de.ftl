### The words of the boxes of rights.

title = Rechte
minimum-tip = Geben Sie nur die Dienste und Funktionen, die diese Person braucht. Mehr können Sie später hinzufügen.
account-wide-tip = Rechte für das ganze Konto, etwa „Hauptprofil ändern“, und für die Abrechnung betreffen alle. Geben Sie sie sparsam.
owner-tip = Die Inhaberschaft hat immer vollen Zugriff auf das Konto.
template = Vorlage
template-help = Setzt die Häkchen unten. Rollen bleiben.
roles-help = Ändert sich eine Rolle später, ändert sich auch der Zugriff dieser Person.
select-all = Alle auswählen: { $area }
sensitive = Kritisch
newly-sensitive = { $name } erhält kritische Rechte:
newly-sensitive-unnamed = Damit erteilen Sie kritische Rechte:
implied-by = Gehört zu „{ $right }“.
by-role = Aus der Rolle { $role }. Abwählen ersetzt die Rolle durch einzelne Rechte.
with-role = Gehört zur Rolle { $role }, die Sie nur als Ganzes geben können.
on-all-services = Auf allen Diensten erlaubt.
on-all-domains = Für alle Domains erlaubt.
may-not-grant = Sie haben dieses Recht nicht.
own-role-help = { $rights ->
    [one] Eigene Rolle: { $rights } Recht.
   *[other] Eigene Rolle: { $rights } Rechte.
}
may-not-hand-out = Sie können diese Rolle in diesem Konto nicht vergeben.
not-to-oneself = Sie können Ihre eigenen Rechte nicht ändern.
role-dissolved = Die Rolle { $role } wurde durch einzelne Rechte ersetzt, damit eines entfernt werden konnte.
left-out = { $count ->
    [one] { $count } Recht der Vorlage fehlt, weil Sie es nicht haben.
   *[other] { $count } Rechte der Vorlage fehlen, weil Sie sie nicht haben.
}
services = Dienste
services-help = Mit einem Häkchen wird der Dienst für die Person sichtbar.
service = Dienst
new-services-help = Dienste, die Sie später kaufen
single-domains = Einzelne Domains
new-domains-help = Domains, die später hinzukommen
all-services-help = Auch künftige Dienste
no-services = Dieses Konto hat noch keine aktiven Dienste.
search = Dienste suchen
search-help = Nach Name oder Produkt. Gefundene Dienste können Sie unten aufnehmen.
find = Dienste finden
found-all = { $count ->
    [0] Keine Dienste gefunden.
    [one] { $count } Dienst gefunden.
   *[other] { $count } Dienste gefunden.
}
found-first = Die ersten { $count } Dienste. Geben Sie mehr vom Namen ein, um andere zu finden.
kept = { $count ->
    [one] Dieser Kontakt hat Rechte auf { $count } weiteren Dienst. Sie bleiben, wie sie sind.
   *[other] Dieser Kontakt hat Rechte auf { $count } weiteren Diensten. Sie bleiben, wie sie sind.
}
rows-full = Dieses Formular hat Platz für { $most } Dienste. Senden Sie es ab und suchen Sie dann weiter.
one-service = Ein Dienst
one-service-help = Nur was Sie unten auswählen
show-table = Als Tabelle zeigen
custom = Einzeln
custom-on = Einzeln: { $service }
level-none = Keine
level-power = An/Aus
level-operate = Betrieb
level-full = Alles
areas = Bereiche des Kontos
nothing-on = Nichts
fixed-areas = { $count ->
    [one] { $count } Bereich, den Sie nicht vergeben können.
   *[other] { $count } Bereiche, die Sie nicht vergeben können.
}
fixed-services = Rechte auf Diensten können Sie nicht vergeben.
show-them = Zeigen
no-function = Noch ohne Funktion
no-function-help = Diese Rechte öffnen im Portal noch nichts. Sie werden gespeichert und gelten, sobald sie es tun.
find-right = Recht suchen
rights-found = { $count ->
    [0] Kein Recht heißt so.
    [one] { $count } Recht gefunden.
   *[other] { $count } Rechte gefunden.
}
filter-services = { $count } Dienste filtern
