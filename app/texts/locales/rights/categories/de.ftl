### The words for the categories of mails: pages and mails use the same.

technical-maintenance = Technische Wartung
technical-maintenance-help = Schwellen des Cloud-Guthabens; Wartung von Netz, Hardware, Rechenzentrum, Infrastruktur und Diensten.
service-access = Dienstzugang
service-access-help = Neue Dienste freigeschaltet, bestehende verlängert.
service = Dienste
service-help = Verlängerungen und Abläufe, Status von Domains, Angebote, DNS-Änderungen, Upgrades, Bestellbestätigungen.
billing = Abrechnung
billing-help = Erinnerungen an offene oder anstehende Rechnungen, Anforderungen von Rechnungen, automatische Rechnungen.
user-management = Benutzerverwaltung
user-management-help = Änderungen des Zugriffs, geänderte Rollen, geänderte Profile.
support = Support
support-help = Antworten auf Tickets, die andere Personen des Kontos eröffnet haben.
