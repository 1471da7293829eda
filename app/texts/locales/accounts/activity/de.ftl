### The words of an account's activity, and of who did something.

lead = Änderungen in diesem Konto.
count-exact = { $count ->
    [one] { $count } Ereignis
   *[other] { $count } Ereignisse
}
count-many = Mehr als 1.000 Ereignisse
none = Noch keine Aktivität
none-text = Änderungen an Personen und ihren Rechten erscheinen hier.
provider = Anbieter
your-provider = Ihr Anbieter
by-your-provider = Ihrem Anbieter
unnamed-contact = ein Kontakt ohne Namen
by-unnamed-contact = einem Kontakt ohne Namen
installation-all-revoked = hat alle Sitzungen und Links widerrufen
filter-person = Person
filter-topic = Art des Ereignisses
topic-any = Alles
topic-people = Personen
topic-invitations = Einladungen
topic-requests = Anfragen nach Zugriff
topic-roles = Rollen und Vorlagen
topic-ownership = Inhaber
topic-notifications = Benachrichtigungen
topic-sign-in = Anmeldung und eigene Angaben
topic-views = Ansicht als jemand
topic-services = Dienste
topic-account = Konto
filter-from = Von
filter-to = Bis
date-problem = Geben Sie ein Datum wie 2026-11-29 ein.
no-match = Keine passenden Ereignisse
no-match-text = Versuchen Sie einen anderen Namen oder andere Tage, oder entfernen Sie die Filter.
show-all = Alle Ereignisse anzeigen
download-csv = Als CSV herunterladen
download-json = Als JSON herunterladen
download-text = Eine Datei enthält die passenden Ereignisse, höchstens die neuesten 10.000.
today = Heute
yesterday = Gestern
and-others = { $count ->
    [one] und { $count } weitere Person
   *[other] und { $count } weitere
}
as-role = als { $name }
rights = { $count ->
    [one] { $count } Recht
   *[other] { $count } Rechte
}
rights-given = { $count ->
    [one] { $count } Recht erteilt
   *[other] { $count } Rechte erteilt
}
rights-taken = { $count ->
    [one] { $count } Recht entzogen
   *[other] { $count } Rechte entzogen
}
changes = { $count ->
    [one] { $count } Änderung
   *[other] { $count } Änderungen
}
people = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}
made-co-owner = hat { $whom } zum Mitinhaber gemacht
removed-co-owner = hat { $whom } als Mitinhaber entfernt
viewed-as = hat das Portal gesehen als { $whom }
viewed-as-for = { $minutes ->
    [0] hat das Portal weniger als eine Minute gesehen als { $whom }
    [one] hat das Portal { $minutes } Minute lang gesehen als { $whom }
   *[other] hat das Portal { $minutes } Minuten lang gesehen als { $whom }
}
template-made = hat die Vorlage „{ $name }“ erstellt
template-changed = hat die Vorlage „{ $name }“ geändert
template-deleted = hat die Vorlage „{ $name }“ gelöscht
role-made = hat die Rolle „{ $name }“ erstellt
role-changed = hat die Rolle „{ $name }“ geändert
role-deleted = hat die Rolle „{ $name }“ gelöscht
role-changed-of = hat die Rolle „{ $name }“ geändert von { $whom }
role-deleted-of = hat die Rolle „{ $name }“ gelöscht von { $whom }
hand-out = hat geändert, welche Rollen Manager vergeben können: { $roles }
hand-out-none = hat geändert, welche Rollen Manager vergeben können: keine
asked-for = hat „{ $right }“ angefragt
granted-for = hat { $whom } „{ $right }“ erteilt
declined-for = hat „{ $right }“ für { $whom } abgelehnt
met-for = hat die Anfrage von { $whom } nach „{ $right }“ geschlossen (war schon erteilt)
withdrew-for = hat die Anfrage nach „{ $right }“ zurückgezogen
column-time = Zeit (UTC)
column-by = Wer
column-email = E-Mail
column-event = Ereignis
column-kind = Art
column-about = Betrifft
column-changes = Änderungen
