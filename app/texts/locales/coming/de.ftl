### The words of the pages that lead elsewhere: Support, Data Center, Order.

tickets-title = Support kontaktieren
tickets-open = Support öffnen
visits-title = Besuch im Rechenzentrum planen
visits-open = Besuch planen
orders-title = Etwas bestellen
orders-open = Jetzt bestellen
elsewhere = Dies öffnet { $place }.
by-email = Schreiben Sie uns an { $address }, wir helfen Ihnen gern weiter.
