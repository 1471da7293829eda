### The names of operations on services, each with one line on what it allows.

power = Ein- und Ausschalten
power-help = Starten, stoppen und neu starten.
rebuild = Neu aufsetzen
rebuild-help = Den Dienst neu installieren; seine Daten gehen verloren.
console-view = Konsole ansehen
console-view-help = Die Konsole sehen, ohne zu tippen.
console = VNC-Konsole
console-help = Die Konsole mit Tastatur und Maus bedienen.
backup = Sicherungen erstellen
backup-help = Sicherungen des Dienstes anlegen.
restore = Sicherungen einspielen
restore-help = Die aktuellen Daten durch eine Sicherung ersetzen.
network = Netzwerk
network-help = Reverse DNS, Firewall und Adressen.
credentials = Dienstpasswörter
credentials-help = Passwörter des Dienstes sehen und zurücksetzen.
sso = Dienstverwaltung
sso-help = Die eigene Oberfläche des Dienstes öffnen.
upgrade = Tarif ändern
upgrade-help = Größe und damit Preis des Dienstes ändern.
cancel = Kündigung beantragen
cancel-help = Das Ende des Dienstes beantragen.
renew = Verlängern
renew-help = Den Dienst verlängern.
