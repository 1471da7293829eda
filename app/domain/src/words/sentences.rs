//! The names for what is no right by itself, and the sentences that tell of a change or a refusal.

use crate::words::details::{detail_de, detail_en, state_de, state_en};
use crate::words::operations::{operation_de, operation_en};
use crate::words::privileges::{area_de, area_en, privilege_de, privilege_en};
use crate::words::refusals::{refused_de, refused_en};
use crate::words::roles::{role_de, role_en, template_de, template_en};
use crate::words::{RightsText, categories};

/// English.
pub const EN: RightsText = RightsText {
    privileges: privilege_en,
    operations: operation_en,
    roles: role_en,
    areas: area_en,
    templates: template_en,
    changed: |name, changes| format!("{name} + {changes} {}", if changes == 1 { "change" } else { "changes" }),
    privilege_count: |count| format!("{count} {}", if count == 1 { "privilege" } else { "privileges" }),
    service_count: |count| format!("{count} {}", if count == 1 { "service" } else { "services" }),
    nothing: "No access",
    everything: "Everything",
    all_services: "All services",
    new_services: "New services",
    one_service: "one service",
    own_role: "Role of this account",
    on: |what, place| format!("{what} on {place}"),
    role_named: |role| format!("Role {role}"),
    given: |what| format!("{what} given"),
    taken: |what| format!("{what} taken away"),
    categories: &categories::EN,
    subscribed: |category| format!("Mails of “{category}” switched on"),
    unsubscribed: |category| format!("Mails of “{category}” switched off"),
    detail: detail_en,
    detail_now: |field, now| format!("{field} is now “{now}”"),
    detail_gone: |field| format!("{field} removed"),
    state: state_en,
    state_now: |state| format!("Status is now {state}"),
    renamed: |was, now| format!("Own name changed from “{was}” to “{now}”"),
    missing: |right| format!("You need “{right}” for this. An owner of the account can give it to you."),
    beyond: |rights| format!("You may not give what you do not hold yourself: {rights}. Ask an owner of the account."),
    refused: refused_en,
};

/// German.
pub const DE: RightsText = RightsText {
    privileges: privilege_de,
    operations: operation_de,
    roles: role_de,
    areas: area_de,
    templates: template_de,
    changed: |name, changes| format!("{name} + {changes} {}", if changes == 1 { "Änderung" } else { "Änderungen" }),
    privilege_count: |count| format!("{count} {}", if count == 1 { "Recht" } else { "Rechte" }),
    service_count: |count| format!("{count} {}", if count == 1 { "Dienst" } else { "Dienste" }),
    nothing: "Kein Zugriff",
    everything: "Alles",
    all_services: "Alle Dienste",
    new_services: "Neue Dienste",
    one_service: "einen Dienst",
    own_role: "Rolle dieses Kontos",
    on: |what, place| format!("{what} auf {place}"),
    role_named: |role| format!("Rolle {role}"),
    given: |what| format!("{what} erteilt"),
    taken: |what| format!("{what} entzogen"),
    categories: &categories::DE,
    subscribed: |category| format!("E-Mails zu „{category}“ eingeschaltet"),
    unsubscribed: |category| format!("E-Mails zu „{category}“ ausgeschaltet"),
    detail: detail_de,
    detail_now: |field, now| format!("{field} ist jetzt „{now}“"),
    detail_gone: |field| format!("{field} entfernt"),
    state: state_de,
    state_now: |state| format!("Status ist jetzt {state}"),
    renamed: |was, now| format!("Eigener Name von „{was}“ in „{now}“ geändert"),
    missing: |right| format!("Dafür brauchen Sie das Recht „{right}“. Ein Inhaber des Kontos kann es Ihnen erteilen."),
    beyond: |rights| {
        format!("Sie dürfen nicht erteilen, was Sie selbst nicht haben: {rights}. Fragen Sie einen Inhaber des Kontos.")
    },
    refused: refused_de,
};
