//! The words for operations on services.

use crate::operation::Operation;
use crate::words::{Named, named};

pub(super) const fn operation_en(operation: Operation) -> Named {
    match operation {
        Operation::Power => named("Power Management", "Start, stop and reboot."),
        Operation::Rebuild => named("Rebuild", "Reinstall the service; its data is lost."),
        Operation::ConsoleView => named("View Console", "Watch the console without typing."),
        Operation::Console => named("VNC Console", "Use the console with keyboard and mouse."),
        Operation::Backup => named("Create Backups", "Make backups of the service."),
        Operation::Restore => named("Restore Backups", "Put a backup over the present data."),
        Operation::Network => named("Network", "Reverse DNS, firewall and addresses."),
        Operation::Credentials => named("Service Passwords", "See and reset the service's passwords."),
        Operation::Sso => named("Service Panel", "Open the service's own control panel."),
        Operation::Upgrade => named("Upgrade and Downgrade", "Change the size of the service, and its price."),
        Operation::Cancel => named("Request Cancellation", "Ask for the service to be ended."),
        Operation::Renew => named("Renew", "Extend the service."),
    }
}

pub(super) const fn operation_de(operation: Operation) -> Named {
    match operation {
        Operation::Power => named("Ein- und Ausschalten", "Starten, stoppen und neu starten."),
        Operation::Rebuild => named("Neu aufsetzen", "Den Dienst neu installieren; seine Daten gehen verloren."),
        Operation::ConsoleView => named("Konsole ansehen", "Die Konsole sehen, ohne zu tippen."),
        Operation::Console => named("VNC-Konsole", "Die Konsole mit Tastatur und Maus bedienen."),
        Operation::Backup => named("Sicherungen erstellen", "Sicherungen des Dienstes anlegen."),
        Operation::Restore => named("Sicherungen einspielen", "Eine Sicherung über die jetzigen Daten spielen."),
        Operation::Network => named("Netzwerk", "Reverse DNS, Firewall und Adressen."),
        Operation::Credentials => named("Dienstpasswörter", "Passwörter des Dienstes sehen und zurücksetzen."),
        Operation::Sso => named("Dienstverwaltung", "Die eigene Oberfläche des Dienstes öffnen."),
        Operation::Upgrade => named("Tarif ändern", "Größe und damit Preis des Dienstes ändern."),
        Operation::Cancel => named("Kündigung beantragen", "Das Ende des Dienstes beantragen."),
        Operation::Renew => named("Verlängern", "Den Dienst verlängern."),
    }
}
