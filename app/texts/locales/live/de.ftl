### The words of pages that are no longer what they were when they were opened.

over = Ihre Sitzung ist beendet.
over-text = Was hier offen war, kommt wieder, sobald Sie sich erneut angemeldet haben.
rights-changed = Was Sie im Konto { $account } dürfen, hat sich gerade geändert. Diese Seite zeigt, was Sie jetzt dürfen.
gone = Zugriff beendet
gone-title = Ihr Zugriff auf { $account } ist beendet
gone-text = Er wurde entzogen, gesperrt oder ist abgelaufen, während diese Seite offen war. Ein Inhaber des Kontos kann Ihnen mehr sagen und ihn wieder geben.
refilled = Ihre Rechte hier haben sich geändert, während Sie dieses Formular ausgefüllt haben. Ihre Eingaben stehen noch darin, gesendet wurde nichts: Bitte prüfen Sie sie. Passwörter müssen Sie neu eingeben.
build = Das Portal wurde erneuert, während diese Seite offen war.
build-text = Gesendet wurde nichts. Kopieren Sie Ihre Eingaben, falls Sie sie noch brauchen, und laden Sie dann die Seite neu.
load-anew = Seite neu laden
told = { $sessions ->
    [one] { $done } { $sessions } offene Sitzung hat es sofort erfahren.
   *[other] { $done } { $sessions } offene Sitzungen haben es sofort erfahren.
}
typed = Ihre Eingaben
typed-help = Sie wurden nicht gesendet. Kopieren Sie sie, falls Sie sie noch brauchen.
copy = Kopieren
copied = Kopiert
