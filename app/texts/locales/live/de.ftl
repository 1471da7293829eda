### The words of pages that are no longer what they were when they were opened.

over = Ihre Sitzung ist beendet.
over-text = Melden Sie sich wieder an, um dort weiterzumachen, wo Sie waren.
rights-changed = Ihre Rechte im Konto { $account } haben sich gerade geändert. Diese Seite zeigt, was Sie jetzt tun können.
gone = Zugriff beendet
gone-title = Ihr Zugriff auf { $account } ist beendet
gone-text = Er wurde entzogen, gesperrt oder ist abgelaufen, während diese Seite offen war. Fragen Sie die Inhaberschaft des Kontos.
refilled = Ihre Rechte haben sich geändert, während Sie dieses Formular ausgefüllt haben. Ihre Eingaben sind noch da, gesendet wurde nichts: Bitte prüfen Sie sie. Passwörter müssen Sie neu eingeben.
build = Das Portal wurde aktualisiert, während diese Seite offen war.
build-text = Es wurde nichts gesendet. Kopieren Sie Ihre Eingaben, falls Sie sie brauchen, und laden Sie dann die Seite neu.
load-anew = Seite neu laden
told = { $sessions ->
    [one] { $done } { $sessions } offene Sitzung wurde sofort aktualisiert.
   *[other] { $done } { $sessions } offene Sitzungen wurden sofort aktualisiert.
}
closed = { $consoles ->
    [one] { $done } { $consoles } Konsole wurde geschlossen.
   *[other] { $done } { $consoles } Konsolen wurden geschlossen.
}
typed = Ihre Eingaben
typed-help = Sie wurden nicht gesendet. Kopieren Sie sie, falls Sie sie brauchen.
copy = Kopieren
copied = Kopiert
