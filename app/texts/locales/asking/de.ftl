### The words of requests for access.

requests = Zugriffsanfragen
lead = Zugriffsanfragen und ihr Ergebnis.
requests-short = Anfragen
requests-waiting-exact = Anfragen ({ $count })
requests-waiting-many = Anfragen ({ $counted }+)
request-count-exact = { $count ->
    [one] { $count } Anfrage
   *[other] { $count } Anfragen
}
request-count-many = Mehr als 1.000 Anfragen
ask = Zugriff anfragen
ask-for-this = Zugriff anfragen
ask-title = „{ $right }“ anfragen
reason = Wofür brauchen Sie es?
reason-help = Geht an die Personen, die zustimmen können.
asked-already = Sie haben das bereits angefragt. Wir schreiben Ihnen, sobald entschieden ist.
asked = Anfrage gesendet. Wir schreiben Ihnen, sobald entschieden ist.
own-requests = Ihre Anfragen
waiting = Wartet auf Sie
waiting-lead = Ihre Entscheidung wird per E-Mail mitgeteilt.
none-waiting = Nichts wartet auf Ihre Entscheidung.
none = Keine Anfragen
none-text = Wer ein Recht braucht und nicht hat, kann es anfragen. Anfragen erscheinen hier.
inactive = Gesperrt oder abgelaufen
how-long = Dauer
word = Nachricht (optional)
grant = Erteilen
decline = Ablehnen
withdraw = Anfrage zurückziehen
open = Wartet
until = Bis
decided-by = Entschieden von { $name },
duration-for-good = Unbefristet
duration-one-day = 1 Tag
duration-seven-days = 7 Tage
duration-thirty-days = 30 Tage
outcome-granted = Erteilt
outcome-declined = Abgelehnt
outcome-met = Bereits vorhanden
outcome-withdrawn = Zurückgezogen
done-granted = Recht erteilt. Die Person erhält eine E-Mail.
done-declined = Anfrage abgelehnt. Die Person erhält eine E-Mail.
done-met = Das Recht war bereits vorhanden. Die Anfrage ist geschlossen.
done-withdrawn = Anfrage zurückgezogen.
fact-asked = hat Zugriff angefragt:
fact-granted = hat eine Anfrage bewilligt von:
fact-declined = hat eine Anfrage abgelehnt von:
fact-met = hat eine Anfrage geschlossen (Recht bereits vorhanden) von:
fact-withdrawn = hat eine Zugriffsanfrage zurückgezogen:
problem-asker-inactive = Diese Person ist gesperrt oder abgelaufen, deshalb lässt sich das Recht nicht erteilen. Entsperren Sie sie zuerst oder lehnen Sie ab.
