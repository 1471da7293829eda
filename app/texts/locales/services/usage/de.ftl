### The words of the usage of one service.

none = Keine Messwerte
not-measured = Für diesen Dienst wird nichts gemessen.
no-answer = Die Messwerte können zurzeit nicht gelesen werden. Versuchen Sie es in einigen Minuten noch einmal.
nothing-yet = In den letzten 24 Stunden wurde nichts gemessen.
cpu = CPU
cpu-lead = Auslastung der Prozessoren, im Mittel je Stunde
traffic = Datenverkehr
traffic-lead = Bytes pro Sekunde, im Mittel je Stunde
received = Empfangen
sent = Gesendet
table = Nutzung je Stunde
hour = Stunde
