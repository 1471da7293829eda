### What the log says of what was done to contacts.

fact-added = hat einen Kontakt hinzugefügt:
fact-edited = hat einen Kontakt bearbeitet:
fact-suspended = hat einen Kontakt gesperrt:
fact-suspended-many = hat Kontakte gesperrt:
fact-reactivated = hat einen Kontakt wieder freigegeben:
fact-deleted = hat einen Kontakt gelöscht:
fact-deleted-many = hat Kontakte gelöscht:
fact-restored = hat einen Kontakt wiederhergestellt:
fact-reset-sent = hat einen Link zum Zurücksetzen gesendet an:
fact-viewing-started = hat das Portal angesehen als:
fact-viewing-stopped = hat die Ansicht beendet als:
fact-left = hat das Konto verlassen:
