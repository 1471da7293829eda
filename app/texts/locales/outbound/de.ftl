### The words of the page between the portal and another site.

title = Zu { $host } wechseln
lead = Das ist eine andere Website. Der Link funktioniert einmal, eine Minute lang.
go-on = Weiter zu { $host }
dead = Dieser Link ist abgelaufen oder wurde schon benutzt
dead-text = Gehen Sie dorthin zurück, wo Sie begonnen haben, und versuchen Sie es noch einmal.
