### The words of the contacts pages: what several of them say.

heading-contacts = Kontakte
heading-delegate-access = Delegierter Zugriff
heading-user-management = Benutzerverwaltung
heading-sub-accounts = Unterkonten
status-contact-only = Nur Kontakt
status-request-pending = Anfrage offen
status-invitation-expired = Einladung abgelaufen
status-active = Aktiv
status-suspended = Gesperrt
status-access-expired = Zugriff abgelaufen
status-declined = Abgelehnt
status-deleted = Gelöscht
problem-taken-by = { $name } verwendet diese E-Mail-Adresse in diesem Konto bereits.
problem-has-login = Diese Person hat bereits einen eigenen Zugang. War sie schon einmal hier, stellen Sie sie unter „Gelöscht“ wieder her. Sonst laden Sie sie ein.
problem-invited-address = Die Einladung ging an diese Adresse. Für eine andere ziehen Sie sie zurück und senden eine neue.
problem-template-filled-in = Die Vorlage ist eingetragen. Prüfen Sie die Häkchen und senden Sie erneut ab.
problem-services-searched = Sie haben nach Diensten gesucht. Es wurde noch nichts gespeichert.
until = bis
roles = Rollen
name = Name
notifications = Benachrichtigungen
last-sign-in = Letzte Anmeldung
actions = Aktionen
never = Nie
until-moment = bis { $moment }
owner = Inhaberschaft
you = Sie
actions-for = Aktionen für { $name }
and-more = und { $count } weitere
and-others = und weitere
total = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}
total-many = Mehr als 1.000 Personen
cancel = Abbrechen
close = Schließen
details = Angaben
first-name = Vorname
last-name = Nachname
email-address = E-Mail-Adresse
phone = Telefon
note = Notiz
optional = Optional
