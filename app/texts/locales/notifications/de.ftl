### The words of notifications.

setup = Benachrichtigungen einrichten
set = Benachrichtigungen wählen
view = Benachrichtigungen ansehen
change = Ändern
categories = Arten von E-Mails
none = Keine
title = Benachrichtigungen von { $name }
sent-to = Gehen an { $email }
proposed = Vorschlag aus den Rechten der Person. „Ändern“ übernimmt ihn.
nothing-proposed = Wählen Sie, welche E-Mails die Person erhält. Auch keine ist möglich.
always = Die Inhaberschaft erhält diese immer.
withheld = Braucht „{ $right }“
inactive = Bis diese Person das Konto benutzen kann, werden keine E-Mails gesendet. Die Auswahl bleibt gespeichert.
overtaken = Ihre Auswahl ist noch da. „Ändern“ ersetzt damit, was jetzt gespeichert ist.
saved = Benachrichtigungen gespeichert.
own = Ihre Benachrichtigungen
own-lead = Die E-Mails, die Sie zu diesem Konto erhalten.
heading = Benachrichtigungen
lead = Wer welche E-Mails zu diesem Konto erhält.
reach = Abdeckung
nobody = Niemand
people = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}
many = Mehr als { $counted } Personen
yes = Ja
yes-always = Immer
no = Nein
paused = Pausiert
fact-chosen = hat Benachrichtigungen gewählt für:
set-short = wählen
view-short = ansehen
some-of = { $chosen } von { $all }
