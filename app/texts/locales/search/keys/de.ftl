### The words of the sheet of keys.

title = Tastenkürzel
or = oder
ctrl = Strg
enter = Enter
search = Überall suchen
field = Zum Suchfeld der Seite, sonst überall suchen
rows = Zur nächsten oder vorigen Zeile einer Liste
tick = Zeile ankreuzen
open = Öffnen
help = Diese Liste zeigen
single = Einzelne Tasten verwenden
single-text = / ? j k x wirken, solange Sie nicht in ein Feld schreiben. Schalten Sie sie aus, wenn sie stören, zum Beispiel bei Spracheingabe. Dieser Browser merkt sich das.
