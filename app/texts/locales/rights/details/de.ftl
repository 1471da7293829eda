### The words for the details of a contact, and for where it stands.

detail-first-name = Vorname
detail-last-name = Nachname
detail-email = E-Mail-Adresse
detail-phone = Telefon
detail-note = Notiz
detail-other = Eine Angabe
state-contact-only = Nur Kontakt
state-pending = Anfrage offen
state-active = Aktiv
state-suspended = Gesperrt
state-declined = Abgelehnt
state-deleted = Gelöscht
