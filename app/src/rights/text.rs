//! The words of the page Access rules, and of named sets of rights.

use domain::audit::RoleFactKind;
use domain::problem::TemplateProblem;

/// The words of the page Access rules, and of named sets of rights, in one language.
#[derive(Debug)]
pub struct RolesText {
    /// The page, and the button that leads to it.
    pub title: &'static str,
    pub lead: &'static str,
    /// After a change.
    pub changed: &'static str,
    /// Keeps what was typed or ticked.
    pub save: &'static str,

    pub hand_out: &'static str,
    /// What the list does.
    pub hand_out_lead: &'static str,

    pub own_roles: &'static str,
    /// What they are.
    pub own_roles_lead: &'static str,
    /// There are none.
    pub no_own_roles: &'static str,
    /// How many rights it gives, and how many people have it.
    pub role_note: fn(usize, i64) -> String,
    pub templates: &'static str,
    /// What they are.
    pub templates_lead: &'static str,
    /// There are none.
    pub no_templates: &'static str,
    /// How many rights it ticks, and how many people began with it.
    pub template_note: fn(usize, i64) -> String,
    /// Opens its page.
    pub change_of: fn(&str) -> String,
    /// Opens the question.
    pub delete_of: fn(&str) -> String,
    /// What deleting a template does, with how many people began with it.
    pub delete_text: fn(i64) -> String,
    /// What deleting a role does, with how many people have it.
    pub delete_role_text: fn(i64) -> String,
    /// The button on a person's page.
    pub save_as: &'static str,
    /// What it does.
    pub save_as_help: &'static str,
    pub template_name: &'static str,
    /// Field: template or role.
    pub kind: &'static str,
    /// It is copied.
    pub as_template: &'static str,
    /// It stays linked.
    pub as_role: &'static str,

    pub template_page: &'static str,
    /// What changing one does.
    pub template_page_lead: &'static str,
    pub role_page: &'static str,
    /// What changing one does.
    pub role_page_lead: &'static str,
    /// Who has the role: title.
    pub people: &'static str,
    /// Nobody has it.
    pub nobody: &'static str,
    /// There are more than those named.
    pub more: fn(i64) -> String,
    /// Somebody else changed it meanwhile.
    pub overtaken: &'static str,
    /// What the log says of a fact of roles and templates.
    pub fact: fn(RoleFactKind) -> &'static str,
    /// What is wrong with a template or a role.
    pub problem: fn(&TemplateProblem) -> String,
}

pub const EN: RolesText = RolesText {
    title: "Access rules",
    lead: "What managers may hand out, roles and templates of your own, and who owns this account.",
    changed: "The change is saved.",
    save: "Save",
    hand_out: "Roles that managers may hand out",
    hand_out_lead: "Managers give what they hold themselves, and the roles ticked here, to others and to themselves. Owners may always give everything.",
    own_roles: "Roles of this account",
    own_roles_lead: "They stand among the roles and stay linked: what you change here changes at once for everybody who has one. To make one, open a person and choose Save as template or role.",
    no_own_roles: "There are none yet.",
    role_note: |rights, people| {
        let people = match people {
            0 => "nobody has it".to_owned(),
            1 => "1 person has it".to_owned(),
            many => format!("{many} people have it"),
        };
        format!("{rights} rights; {people}.")
    },
    templates: "Templates of this account",
    templates_lead: "They stand in the picker after the built-in ones and are copied when picked. To make one, open a person and choose Save as template or role.",
    no_templates: "There are none yet.",
    template_note: |rights, people| {
        let people = match people {
            0 => "nobody began with it".to_owned(),
            1 => "1 person began with it".to_owned(),
            many => format!("{many} people began with it"),
        };
        format!("{rights} rights; {people}.")
    },
    change_of: |name| format!("Change {name}"),
    delete_of: |name| format!("Delete {name}"),
    delete_text: |people| {
        match people {
        0 => "Nobody began with this template. It leaves the picker.".to_owned(),
        1 => "One person began with this template. They keep the rights they have; the template leaves the picker, and their access is then shown by its rights.".to_owned(),
        many => format!("{many} people began with this template. They keep the rights they have; the template leaves the picker, and their access is then shown by its rights."),
    }
    },
    delete_role_text: |people| match people {
        0 => "Nobody has this role.".to_owned(),
        1 => "One person has this role and loses what it gives, at once.".to_owned(),
        many => format!("{many} people have this role and lose what it gives, at once."),
    },
    save_as: "Save as template or role",
    save_as_help: "Keeps the rights on the account and on all services, those of roles included, to be given to others. Rights on single services are not part of it.",
    template_name: "Name",
    kind: "Keep as",
    as_template: "Template: copied when picked, changed for each person",
    as_role: "Role: stays linked, changed for everybody who has it",
    template_page: "Template",
    template_page_lead: "It is copied when picked: whoever began with it keeps what they have.",
    role_page: "Role",
    role_page_lead: "It is linked: what you change here changes at once for everybody who has it.",
    people: "Who has it",
    nobody: "Nobody yet.",
    more: |count| format!("and {count} more"),
    overtaken: "Somebody else changed this meanwhile. Nothing was saved. Open the page again to see what it is now.",
    fact: |kind| match kind {
        RoleFactKind::HandOutChanged => "changed the roles that managers may hand out",
        RoleFactKind::TemplateChanged => "changed the templates of the account",
        RoleFactKind::Changed => "changed a role of the account, which had:",
    },
    problem: |problem| match problem {
        TemplateProblem::TakenName => "A template of this account has this name.".to_owned(),
        TemplateProblem::TooManyTemplates { max } => format!("An account can keep {max} templates. Delete one first."),
    },
};

pub const DE: RolesText = RolesText {
    title: "Zugriffsregeln",
    lead: "Was Verwalter vergeben dürfen, eigene Rollen und Vorlagen, und wem dieses Konto gehört.",
    changed: "Die Änderung ist gespeichert.",
    save: "Speichern",
    hand_out: "Rollen, die Verwalter vergeben dürfen",
    hand_out_lead: "Verwalter geben, was sie selbst haben, und die hier angekreuzten Rollen, anderen und sich selbst. Inhaber dürfen immer alles geben.",
    own_roles: "Rollen dieses Kontos",
    own_roles_lead: "Sie stehen bei den Rollen und bleiben verknüpft: Was Sie hier ändern, ändert sich sofort für alle, die eine haben. Um eine anzulegen, öffnen Sie eine Person und wählen Als Vorlage oder Rolle speichern.",
    no_own_roles: "Es gibt noch keine.",
    role_note: |rights, people| {
        let people = match people {
            0 => "niemand hat sie".to_owned(),
            1 => "1 Person hat sie".to_owned(),
            many => format!("{many} Personen haben sie"),
        };
        format!("{rights} Rechte; {people}.")
    },
    templates: "Vorlagen dieses Kontos",
    templates_lead: "Sie stehen in der Auswahl nach den eingebauten und werden beim Auswählen kopiert. Um eine anzulegen, öffnen Sie eine Person und wählen Als Vorlage oder Rolle speichern.",
    no_templates: "Es gibt noch keine.",
    template_note: |rights, people| {
        let people = match people {
            0 => "niemand hat damit begonnen".to_owned(),
            1 => "1 Person hat damit begonnen".to_owned(),
            many => format!("{many} Personen haben damit begonnen"),
        };
        format!("{rights} Rechte; {people}.")
    },
    change_of: |name| format!("{name} ändern"),
    delete_of: |name| format!("{name} löschen"),
    delete_text: |people| {
        match people {
        0 => "Niemand hat mit dieser Vorlage begonnen. Sie verschwindet aus der Auswahl.".to_owned(),
        1 => "Eine Person hat mit dieser Vorlage begonnen. Sie behält ihre Rechte; die Vorlage verschwindet aus der Auswahl, und der Zugriff wird dann durch seine Rechte gezeigt.".to_owned(),
        many => format!("{many} Personen haben mit dieser Vorlage begonnen. Sie behalten ihre Rechte; die Vorlage verschwindet aus der Auswahl, und ihr Zugriff wird dann durch seine Rechte gezeigt."),
    }
    },
    delete_role_text: |people| match people {
        0 => "Niemand hat diese Rolle.".to_owned(),
        1 => "Eine Person hat diese Rolle und verliert sofort, was sie gibt.".to_owned(),
        many => format!("{many} Personen haben diese Rolle und verlieren sofort, was sie gibt."),
    },
    save_as: "Als Vorlage oder Rolle speichern",
    save_as_help: "Behält die Rechte auf dem Konto und auf allen Diensten, auch die von Rollen, um sie anderen zu geben. Rechte auf einzelnen Diensten gehören nicht dazu.",
    template_name: "Name",
    kind: "Behalten als",
    as_template: "Vorlage: beim Auswählen kopiert, bei jeder Person einzeln geändert",
    as_role: "Rolle: bleibt verknüpft, für alle geändert, die sie haben",
    template_page: "Vorlage",
    template_page_lead: "Sie wird beim Auswählen kopiert: Wer mit ihr begonnen hat, behält, was er hat.",
    role_page: "Rolle",
    role_page_lead: "Sie ist verknüpft: Was Sie hier ändern, ändert sich sofort für alle, die sie haben.",
    people: "Wer sie hat",
    nobody: "Noch niemand.",
    more: |count| format!("und {count} weitere"),
    overtaken: "Jemand anderes hat das inzwischen geändert. Es wurde nichts gespeichert. Öffnen Sie die Seite neu, um zu sehen, was jetzt gilt.",
    fact: |kind| match kind {
        RoleFactKind::HandOutChanged => "hat die Rollen geändert, die Verwalter vergeben dürfen",
        RoleFactKind::TemplateChanged => "hat die Vorlagen des Kontos geändert",
        RoleFactKind::Changed => "hat eine Rolle des Kontos geändert, die hatte:",
    },
    problem: |problem| match problem {
        TemplateProblem::TakenName => "Eine Vorlage dieses Kontos heißt schon so.".to_owned(),
        TemplateProblem::TooManyTemplates { max } => {
            format!("Ein Konto kann {max} Vorlagen haben. Löschen Sie zuerst eine.")
        }
    },
};
