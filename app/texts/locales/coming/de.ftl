### The words of the pages on which there is nothing yet.

tickets-title = Hier gibt es noch keine Tickets
tickets-text = Tickets sind noch nicht Teil dieses Portals. Der Support beantwortet Ihre E-Mail.
visits-title = Hier gibt es noch keine Besuche
visits-text = Besuche im Rechenzentrum werden noch nicht in diesem Portal vereinbart. Der Support vereinbart sie per E-Mail.
orders-title = Hier gibt es noch nichts zu bestellen
orders-text = Bestellungen sind in diesem Portal noch nicht möglich. Schreiben Sie dem Support, was Sie brauchen.
