### The words of the pages on which there is nothing yet.

tickets-title = Support kontaktieren
tickets-text = Tickets gibt es in diesem Portal noch nicht. Schreiben Sie uns eine E-Mail.
visits-title = Besuch vereinbaren
visits-text = Besuche lassen sich in diesem Portal noch nicht buchen. Schreiben Sie uns eine E-Mail, dann vereinbaren wir einen Termin.
orders-title = Bestellung aufgeben
orders-text = Bestellungen sind in diesem Portal noch nicht möglich. Schreiben Sie uns per E-Mail, was Sie brauchen.
