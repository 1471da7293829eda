### What the log says of what was done to contacts.

fact-added = hat einen Kontakt hinzugefügt:
fact-edited = hat einen Kontakt bearbeitet:
fact-suspended = hat einen Kontakt gesperrt:
fact-suspended-many = hat Kontakte gesperrt:
fact-reactivated = hat einen Kontakt wieder freigegeben:
fact-deleted = hat einen Kontakt gelöscht:
fact-deleted-many = hat Kontakte gelöscht:
fact-restored = hat einen Kontakt wiederhergestellt:
fact-reset-sent = hat einen Link für ein neues Passwort gesendet:
fact-viewing-started = hat begonnen, das Portal zu sehen als:
fact-viewing-stopped = hat aufgehört, das Portal zu sehen als:
fact-left = hat das Konto verlassen:
