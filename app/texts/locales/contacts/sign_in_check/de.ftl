### The words of why somebody cannot sign in (S0.28).

title = Anmeldung
lead = Klappt die Anmeldung?
until = Bis
finding-deleted = Gelöscht. Stellen Sie diesen Kontakt zuerst wieder her.
finding-no-login = Kein Zugang. Beim Bearbeiten gibt „Unterkonto aktivieren“ einen.
finding-invited = Eingeladen, aber noch nicht angenommen. Der Link steht in der E-Mail.
finding-invitation-expired = Die Einladung ist abgelaufen. Senden Sie sie noch einmal.
finding-declined = Die Einladung wurde abgelehnt.
finding-account-closed = Das Konto ist geschlossen. Nur die Inhaberschaft kann es öffnen.
finding-suspended = Gesperrt. Die Anmeldung klappt, aber das Konto lässt sich nicht öffnen.
finding-access-ended = Der Zugriff ist abgelaufen.
finding-other-address = Meldet sich mit einer anderen Adresse an.
finding-no-password = Noch kein Passwort. Mit einem Link zum Zurücksetzen kann die Person eines wählen.
finding-password-to-be-changed = Hat ein vorläufiges Passwort und muss es bei der ersten Anmeldung ändern.
finding-locked = Vorübergehend gesperrt nach zu vielen falschen Passwörtern.
finding-wrong-password = { $times ->
    [one] Kürzlich einmal ein falsches Passwort. Ist es vergessen, hilft ein Link zum Zurücksetzen.
   *[other] Kürzlich { $times }-mal ein falsches Passwort. Ist es vergessen, hilft ein Link zum Zurücksetzen.
}
finding-no-rights = Die Anmeldung klappt, aber ohne Rechte gibt es nichts zu sehen.
finding-fine = Ja. Wenn nicht, prüfen Sie, welche Adresse die Person eingibt.
