### The words of notifications.

setup = Benachrichtigungen einrichten
set = Benachrichtigungen wählen
view = Benachrichtigungen ansehen
change = Ändern
categories = Arten von E-Mails
none = Keine
title = Benachrichtigungen von { $name }
sent-to = E-Mails gehen an { $email }.
proposed = Noch niemand hat gewählt. Was zu den Rechten dieser Person passt, ist als Vorschlag angehakt: „Ändern“ übernimmt ihn.
nothing-proposed = Noch niemand hat gewählt. Haken Sie an, was diese Person erfahren soll; auch kein Haken ist eine Wahl.
always = Inhaber erhalten diese immer.
withheld = Nicht ohne „{ $right }“
inactive = Bis diese Person das Konto benutzen kann, werden keine E-Mails geschickt. Die Wahl bleibt für dann gespeichert.
overtaken = Ihre Haken sind noch da. „Ändern“ speichert sie über das, was jetzt gespeichert ist.
saved = Die Benachrichtigungen wurden gespeichert.
own = Ihre Benachrichtigungen
own-lead = Welche E-Mails zu diesem Konto Sie erhalten.
heading = Benachrichtigungen
lead = Wer welche E-Mails zu diesem Konto erhält.
reach = Wie viele Personen sie erhalten
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
fact-chosen = hat die Benachrichtigungen gewählt von:
