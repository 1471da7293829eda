### The words of why somebody cannot sign in (S0.28).

title = Anmeldung
lead = Was der Anmeldung und der Arbeit hier im Weg steht, wenn es etwas gibt.
until = Bis
finding-deleted = Gelöscht: Bis zur Wiederherstellung gibt es nichts, wozu man sich anmelden könnte.
finding-no-login = Kein Zugang: Beim Bearbeiten gibt „Unterkonto aktivieren“ einen.
finding-invited = Eingeladen und noch nicht angenommen: Der Link steht in der E-Mail.
finding-invitation-expired = Die Einladung ist abgelaufen: Senden Sie sie noch einmal.
finding-declined = Die Einladung wurde abgelehnt.
finding-account-closed = Das Konto ist geschlossen: Nur Inhaber können es noch öffnen.
finding-suspended = Hier gesperrt: Die Anmeldung geht, das Konto öffnet sich nicht.
finding-access-ended = Der Zugriff auf dieses Konto ist abgelaufen.
finding-other-address = Die Person meldet sich mit einer anderen E-Mail-Adresse an als der, die hier steht; welche, weiß nur sie.
finding-no-password = Es ist kein Passwort gesetzt: Mit einem Link zum Zurücksetzen wählt sie eines.
finding-password-to-be-changed = Das Passwort hat jemand anderes gesetzt: Es muss bei der ersten Anmeldung zuerst geändert werden.
finding-locked = Zu viele falsche Passwörter: Der nächste Versuch zählt erst nach einer Wartezeit.
finding-wrong-password = { $times ->
    [one] Das Passwort war kürzlich einmal falsch. Ist es vergessen, hilft ein Link zum Zurücksetzen.
   *[other] Das Passwort war kürzlich { $times }-mal falsch. Ist es vergessen, hilft ein Link zum Zurücksetzen.
}
finding-no-rights = Die Anmeldung geht, aber es wurde kein Recht erteilt: Es gibt nichts zu sehen.
finding-fine = Nichts steht im Weg. Klappt es trotzdem nicht, wird vielleicht eine andere E-Mail-Adresse eingegeben.
