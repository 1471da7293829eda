### The words of the pages for what goes wrong.

not-found = Seite nicht gefunden
not-found-text = Diese Seite gibt es nicht, oder Sie haben keinen Zugriff darauf.
forbidden = Darauf haben Sie keinen Zugriff
forbidden-ask = Inhaberschaft oder Manager des Kontos entscheiden.
my-rights = Ihr Zugriff
unavailable = Das Portal ist ausgelastet
failed = Da ist etwas schiefgegangen
malformed = Diese Anfrage war nicht lesbar
too-many = Zu viele Versuche
try-again = Noch einmal versuchen
