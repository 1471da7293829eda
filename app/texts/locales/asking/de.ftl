### The words of requests for access.

requests = Anfragen nach Zugriff
lead = Wer um welches Recht bei diesem Konto gebeten hat, und was daraus wurde.
requests-short = Anfragen
requests-waiting-exact = Anfragen ({ $count })
requests-waiting-many = Anfragen ({ $counted }+)
request-count-exact = { $count ->
    [one] { $count } Anfrage
   *[other] { $count } Anfragen
}
request-count-many = Mehr als 1.000 Anfragen
ask = Darum bitten
ask-for-this = Darum bitten
ask-title = Um „{ $right }“ bitten
reason = Wofür brauchen Sie es?
reason-help = Wer es erteilen darf, erhält eine E-Mail mit dieser Zeile und entscheidet.
asked-already = Sie haben darum gebeten. Wer es erteilen kann, weiß davon; entschieden hat noch niemand.
asked = Sie haben darum gebeten. Wer es erteilen kann, erhält eine E-Mail, und Sie bekommen eine, sobald jemand entscheidet.
own-requests = Ihre Anfragen
waiting = Wartet auf Sie
waiting-lead = Sie dürfen erteilen, worum diese Personen bitten. Sie erhalten eine E-Mail mit Ihrer Entscheidung.
none-waiting = Nichts wartet auf Ihre Entscheidung.
none = Keine Anfragen
none-text = Wo ein Recht fehlt, nennt die Seite es, und man kann darum bitten. Anfragen stehen dann hier.
inactive = Kann derzeit nichts tun
how-long = Wie lange
word = Ein Wort dazu (freiwillig)
grant = Erteilen
decline = Ablehnen
withdraw = Anfrage zurückziehen
open = Wartet
until = Bis
decided-by = Entschieden von { $name },
duration-for-good = Auf Dauer
duration-one-day = 1 Tag
duration-seven-days = 7 Tage
duration-thirty-days = 30 Tage
outcome-granted = Erteilt
outcome-declined = Abgelehnt
outcome-met = War schon da
outcome-withdrawn = Zurückgezogen
done-granted = Das Recht ist erteilt; wer gebeten hat, erhält eine E-Mail.
done-declined = Die Anfrage ist abgelehnt; wer gebeten hat, erhält eine E-Mail.
done-met = Das Recht war schon da, also wurde nichts erteilt. Die Anfrage ist geschlossen.
done-withdrawn = Ihre Anfrage ist zurückgezogen.
fact-asked = hat um Zugriff gebeten:
fact-granted = hat eine Anfrage bewilligt von:
fact-declined = hat eine Anfrage abgelehnt von:
fact-met = hat eine Anfrage geschlossen, deren Recht schon da war, von:
fact-withdrawn = hat eine Anfrage nach Zugriff zurückgezogen:
problem-asker-inactive = Diese Person kann im Konto derzeit nichts tun, also gibt es nichts zu bewilligen. Geben Sie sie zuerst wieder frei oder lehnen Sie ab.
