### The words of the page of one service.

tabs = Seiten dieses Dienstes
overview = Übersicht
people = Personen
facts = Details
product = Produkt
since = In diesem Konto seit
people-lead = Alle, die diesen Dienst sehen, was sie damit tun können und woher das kommt.
change = Rechte ändern
change-rights = Rechte von { $name } ändern
usage = Nutzung
