### The words for problems with fields and for whole failures.

summary = Bitte prüfen Sie Ihre Eingaben
signed-in-again = Sie sind wieder angemeldet. Es wurde noch nichts gesendet: Bitte prüfen Sie das Formular und senden Sie es ab. Passwörter müssen Sie neu eingeben.
required = Diese Angabe wird benötigt.
too-long = Höchstens { $max } Zeichen sind möglich.
too-short = Mindestens { $min } Zeichen sind nötig.
hidden-characters = Die Eingabe enthält unsichtbare Zeichen oder Steuerzeichen.
not-an-email = Das ist keine E-Mail-Adresse. Sie sollte aussehen wie name@example.com.
not-a-phone-number = Das ist keine Telefonnummer.
link-dead = Dieser Link wurde bereits benutzt, durch einen neueren ersetzt oder ist zu alt. Fordern Sie einen neuen an.
lookalike = { $address } hat Buchstaben eines anderen Alphabets und liest sich wie eine andere Adresse. Wenn sie so gemeint ist, kreuzen Sie das Feld darunter an.
not-offered = Bitte wählen Sie einen der angebotenen Werte.
no-such-operation = Dieser Dienst ist nicht mehr aktiv oder kennt diese Aktion nicht. Bitte laden Sie das Formular neu.
not-a-date = Das ist kein Datum.
in-the-past = Dieser Tag ist schon vorbei.
form-too-old = Dieses Formular wurde vor zu langer Zeit geöffnet. Ihre Eingaben sind noch da: Bitte senden Sie es erneut ab.
sign-in-required = Ihre Sitzung ist beendet. Melden Sie sich wieder an; Ihre Eingaben bleiben hier erhalten.
password-change-required = Bitte wählen Sie zuerst ein eigenes Passwort.
not-found = Das gibt es nicht, oder Sie dürfen es nicht sehen.
conflict = Jemand anderes hat dies inzwischen geändert. Es wurde nichts gespeichert.
conflict-by = { $name } hat dies inzwischen geändert. Es wurde nichts gespeichert.
somebody-else = In diesem Browser ist jetzt jemand anderes angemeldet. Es wurde nichts ausgeführt.
too-many-seconds = { $seconds ->
    [one] Zu viele Versuche. Bitte versuchen Sie es in einer Sekunde wieder.
   *[other] Zu viele Versuche. Bitte versuchen Sie es in { $seconds } Sekunden wieder.
}
too-many-minutes = Zu viele Versuche. Bitte versuchen Sie es in { $minutes } Minuten wieder.
too-many-hours = Zu viele Versuche. Bitte versuchen Sie es in { $hours } Stunden wieder.
unavailable = Das Portal ist ausgelastet oder gerade nicht erreichbar. Es wurde nichts geändert: Bitte versuchen Sie es gleich noch einmal.
malformed = Das Portal konnte diese Anfrage nicht lesen. Bitte laden Sie die Seite neu.
internal = Bei uns ist ein Fehler aufgetreten. Es wurde nichts geändert. Nennen Sie dem Support bei Wiederholung diese Nummer: { $id }
