### The words for problems with fields and for whole failures.

summary = { $count ->
    [one] { $count } Feld braucht Ihre Aufmerksamkeit
   *[other] { $count } Felder brauchen Ihre Aufmerksamkeit
}
not-done = Das hat nicht geklappt
required-first-name = Geben Sie einen Vornamen ein.
required-last-name = Geben Sie einen Nachnamen ein.
required-email = Geben Sie eine E-Mail-Adresse ein.
required-password = Geben Sie ein Passwort ein.
required-current = Geben Sie Ihr aktuelles Passwort ein.
required-name = Geben Sie einen Namen ein.
required-reason = Schreiben Sie, wofür Sie es brauchen.
signed-in-again = Sie sind wieder angemeldet. Es wurde noch nichts gesendet: Bitte prüfen Sie das Formular und senden Sie es ab. Passwörter müssen Sie neu eingeben.
required = Füllen Sie dieses Feld aus.
too-long = Höchstens { $max } Zeichen sind möglich.
too-short = Mindestens { $min } Zeichen sind nötig.
hidden-characters = Die Eingabe enthält unsichtbare Zeichen oder Steuerzeichen.
not-an-email = Das ist keine E-Mail-Adresse. Sie sollte aussehen wie name@example.com.
not-a-phone-number = Das ist keine Telefonnummer.
link-dead = Dieser Link ist abgelaufen oder wurde schon benutzt. Fordern Sie einen neuen an.
lookalike = { $address } enthält Buchstaben eines anderen Alphabets und sieht aus wie eine andere Adresse. Wenn sie stimmt, kreuzen Sie das Feld darunter an.
not-offered = Wählen Sie eine der Möglichkeiten.
no-such-operation = Dieser Dienst ist nicht mehr aktiv oder bietet diese Aktion nicht an. Laden Sie das Formular neu.
not-a-date = Das ist kein Datum.
in-the-past = Dieser Tag liegt in der Vergangenheit.
form-too-old = Dieses Formular war zu lange offen. Ihre Eingaben sind noch da: Senden Sie es erneut ab.
sign-in-required = Ihre Sitzung ist beendet. Melden Sie sich wieder an; Ihre Eingaben bleiben erhalten.
password-change-required = Wählen Sie zuerst ein eigenes Passwort.
not-found = Das gibt es nicht, oder Sie haben keinen Zugriff darauf.
conflict = Jemand anderes hat inzwischen Änderungen gespeichert. Ihre wurden nicht gespeichert.
conflict-by = { $name } hat Änderungen gespeichert, während Sie bearbeitet haben. Ihre sind noch nicht gespeichert.
somebody-else = In diesem Browser ist jetzt jemand anderes angemeldet. Es wurde nichts ausgeführt.
too-many-seconds = { $seconds ->
    [one] Zu viele Versuche. Versuchen Sie es in einer Sekunde wieder.
   *[other] Zu viele Versuche. Versuchen Sie es in { $seconds } Sekunden wieder.
}
too-many-minutes = Zu viele Versuche. Versuchen Sie es in { $minutes } Minuten wieder.
too-many-hours = Zu viele Versuche. Versuchen Sie es in { $hours } Stunden wieder.
unavailable = Das Portal ist ausgelastet oder nicht erreichbar. Es wurde nichts geändert. Versuchen Sie es gleich noch einmal.
malformed = Das Portal konnte diese Anfrage nicht lesen. Laden Sie die Seite neu.
internal = Bei uns ist ein Fehler aufgetreten. Es wurde nichts geändert. Geschieht es wieder, nennen Sie dem Support diese Nummer: { $id }
