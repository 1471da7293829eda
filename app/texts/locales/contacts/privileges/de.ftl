### The words of the boxes of rights.

title = Rechte
minimum-tip = Geben Sie so wenig wie möglich: nur was diese Person braucht, und nur Personen, die bestimmte Dienste oder Funktionen brauchen. Mehr können Sie jederzeit dazugeben.
account-wide-tip = Rechte wie „Hauptprofil ändern“ gelten für das ganze Konto. Geben Sie diese und die für Rechnungen und Zahlungen mit besonderer Vorsicht.
owner-tip = Inhaber haben immer vollen Zugriff auf das Konto.
template = Vorlage
template-help = Füllt die Kästchen unten aus. Rollen bleiben, wie sie sind.
roles-help = Eine Rolle bleibt verknüpft: was immer sie einmal bedeutet, darf der Kontakt.
select-all = Alle auswählen: { $area }
sensitive = Heikel
newly-sensitive = { $name } wird tun können, was Vertrauen verlangt:
newly-sensitive-unnamed = Diese Person wird tun können, was Vertrauen verlangt:
implied-by = Gehört zu „{ $right }“.
by-role = Kommt von der Rolle { $role }. Wer es entfernt, macht aus der Rolle ihre einzelnen Rechte.
with-role = Gehört zur Rolle { $role }, die Sie nur als Ganzes geben dürfen.
on-all-services = Auf allen Diensten erlaubt.
may-not-grant = Sie haben dieses Recht nicht und können es deshalb nicht geben.
own-role-help = Eine Rolle dieses Kontos: { $rights } Rechte.
may-not-hand-out = In diesem Konto dürfen Sie diese Rolle nicht vergeben.
not-to-oneself = Niemand ändert seine eigenen Rechte.
role-dissolved = Aus der Rolle { $role } wurden ihre einzelnen Rechte, damit eines davon entfernt werden konnte.
left-out = { $count ->
    [one] { $count } Häkchen der Vorlage fehlt, weil Sie dieses Recht nicht haben.
   *[other] { $count } Häkchen der Vorlage fehlen, weil Sie diese Rechte nicht haben.
}
services = Dienste
services-help = Was der Kontakt auf jedem Dienst darf. Ein Dienst mit einem Häkchen wird dem Kontakt gezeigt.
service = Dienst
new-services-help = Bekommt jeder Dienst, den Sie später kaufen
all-services-help = Auch die, die Sie später kaufen
every-operation = Alles auf { $service }
no-services = Dieses Konto hat noch keine aktiven Dienste.
search = Dienste suchen
search-help = Nach Name oder Produkt. Ein gefundener Dienst kann in die Tabelle oben aufgenommen werden.
find = Dienste finden
found-all = { $count ->
    [0] Kein Dienst wurde gefunden.
    [one] { $count } Dienst wurde gefunden.
   *[other] { $count } Dienste wurden gefunden.
}
found-first = Das sind die ersten { $count }. Geben Sie mehr vom Namen ein, um andere zu finden.
kept = { $count ->
    [one] Dieser Kontakt hat Rechte auf { $count } weiteren Dienst. Sie bleiben, wie sie sind.
   *[other] Dieser Kontakt hat Rechte auf { $count } weiteren Diensten. Sie bleiben, wie sie sind.
}
rows-full = Ein Formular hat Platz für { $most } Dienste. Senden Sie es zuerst ab und suchen Sie dann weiter.
