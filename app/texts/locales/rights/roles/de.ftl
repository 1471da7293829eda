### The names of roles, each with a sentence on what it is for, and those of the templates that the portal comes with.

manager = Manager
manager-help = Verwaltet Personen, ihre Rollen und Benachrichtigungen, sieht alle Dienste und kümmert sich um Domains und wem sie gehören.
technical = Technik
technical-help = Betreibt alle Dienste, vom Einschalten bis zur Sicherung, und spricht mit dem Support.
billing = Buchhaltung
billing-help = Sieht und bezahlt Rechnungen, sieht und verlängert ablaufende und abgelaufene Dienste.
purchasing = Einkauf
purchasing-help = Bestellt neue Dienste, ändert und verlängert die vorhandenen.
visitation = Besuch
visitation-help = Sieht die Dienste und meldet Besuche im Rechenzentrum an.
template-none = Keine
template-accounting = Buchhaltung
template-read-only = Nur lesen
template-domains-dns = Domains & DNS
template-full-access = Vollzugriff
template-technical-staff = Technisches Personal
template-none-help = Von null anfangen
template-accounting-help = Sieht und bezahlt Rechnungen
template-read-only-help = Sieht viel, ändert nichts
template-domains-dns-help = Domains und ihre Einträge
template-full-access-help = Alles außer der Inhaberschaft
template-technical-staff-help = Betreibt Dienste, fragt den Support
