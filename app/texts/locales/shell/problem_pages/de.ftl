### The words of the pages for what goes wrong.

not-found = Seite nicht gefunden
not-found-text = Diese Seite gibt es nicht, oder Sie dürfen sie nicht sehen. Prüfen Sie die Adresse oder gehen Sie zur Startseite.
forbidden = Darauf haben Sie keinen Zugriff
forbidden-ask = Auch wer die Personen dieses Kontos verwaltet, kann es Ihnen geben.
my-rights = Zeigen, was Sie hier dürfen
unavailable = Das Portal ist ausgelastet
failed = Da ist etwas schiefgegangen
malformed = Diese Anfrage war nicht lesbar
too-many = Zu viele Versuche
try-again = Noch einmal versuchen
