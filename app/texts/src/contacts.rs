//! Where contacts stand, what is wrong with what was typed of them, and what was done to them.

use crate::{
    ContactsBulkText, ContactsCommandsText, ContactsFormText, ContactsLogText, ContactsPrivilegesText,
    ContactsSignInCheckText, ContactsText,
};
use domain::audit::ContactFactKind;
use domain::contact::{BulkVerb, ContactVerb};
use domain::list::Total;
use domain::problem::ContactProblem;
use domain::provider::PeopleWord;
use domain::rights_form::Level;
use domain::service::FoundServices;
use domain::sign_in_check::Finding;
use domain::status::ContactStatus;

impl ContactsText {
    /// What the provider calls the people of an account (S2.2, S3.1), as a heading.
    pub const fn heading(&self, word: PeopleWord) -> &'static str {
        match word {
            PeopleWord::Contacts => self.heading_contacts,
            PeopleWord::DelegateAccess => self.heading_delegate_access,
            PeopleWord::UserManagement => self.heading_user_management,
            PeopleWord::SubAccounts => self.heading_sub_accounts,
        }
    }

    /// Where a contact stands.
    pub const fn status(&self, status: ContactStatus) -> &'static str {
        match status {
            ContactStatus::ContactOnly => self.status_contact_only,
            ContactStatus::RequestPending => self.status_request_pending,
            ContactStatus::InvitationExpired => self.status_invitation_expired,
            ContactStatus::Active => self.status_active,
            ContactStatus::Suspended => self.status_suspended,
            ContactStatus::AccessExpired => self.status_access_expired,
            ContactStatus::Declined => self.status_declined,
            ContactStatus::Deleted => self.status_deleted,
        }
    }

    /// What the log says of a fact, before the names of so many contacts.
    pub const fn fact(&self, kind: ContactFactKind, targets: usize) -> &'static str {
        self.log.fact(kind, targets)
    }

    /// What is wrong with what was typed of a contact.
    pub fn problem(&self, problem: &ContactProblem) -> String {
        match problem {
            ContactProblem::TakenBy { contact: _, name } => self.problem_taken_by(name),
            ContactProblem::HasLogin => self.problem_has_login.to_owned(),
            ContactProblem::InvitedAddress => self.problem_invited_address.to_owned(),
            ContactProblem::TemplateFilledIn => self.problem_template_filled_in.to_owned(),
            ContactProblem::ServicesSearched => self.problem_services_searched.to_owned(),
            ContactProblem::SummaryAsked => self.outlook.updated.to_owned(),
        }
    }

    /// How many people there are.
    pub fn people(&self, total: Total) -> String {
        match total {
            Total::Exact(count) => self.total(count),
            Total::Many => self.total_many.to_owned(),
        }
    }
}

impl ContactsBulkText {
    /// What became of many.
    pub fn bulk_done(&self, to: BulkVerb, done: usize) -> String {
        match to {
            BulkVerb::Suspend => self.bulk_done_suspend(done),
            BulkVerb::Reactivate => self.bulk_done_reactivate(done),
            BulkVerb::Delete => self.bulk_done_delete(done),
            BulkVerb::Restore => self.bulk_done_restore(done),
            BulkVerb::Resend => self.bulk_done_resend(done),
            BulkVerb::GiveRole => self.bulk_done_give_role(done),
            BulkVerb::TakeRole => self.bulk_done_take_role(done),
            BulkVerb::Notify => self.bulk_done_notify(done),
            BulkVerb::SetEnd => self.bulk_done_set_end(done),
        }
    }

    /// Asks before doing something to many; what only takes something back is asked by nobody.
    pub fn title(&self, to: BulkVerb, people: &str, account: &str) -> String {
        match to {
            BulkVerb::Suspend => self.title_suspend(people, account),
            BulkVerb::Delete => self.title_delete(people, account),
            BulkVerb::Resend => self.title_resend(people, account),
            BulkVerb::GiveRole => self.title_give_role(people, account),
            BulkVerb::Notify => self.title_notify(people, account),
            BulkVerb::SetEnd => self.title_set_end(people, account),
            BulkVerb::Reactivate | BulkVerb::Restore | BulkVerb::TakeRole => people.to_owned(),
        }
    }
}

impl ContactsCommandsText {
    /// What became of somebody.
    pub fn command_done_to(&self, to: ContactVerb, name: &str) -> String {
        match to {
            ContactVerb::Suspend => self.command_done_to_suspend(name),
            ContactVerb::Reactivate => self.command_done_to_reactivate(name),
            ContactVerb::Delete => self.command_done_to_delete(name),
            ContactVerb::Restore | ContactVerb::RestoreBare => self.command_done_to_restore(name),
            ContactVerb::SendReset => self.command_done_to_send_reset(name),
        }
    }

    /// The same without a name.
    pub const fn command_done(&self, to: ContactVerb) -> &'static str {
        match to {
            ContactVerb::Suspend => self.command_done_suspend,
            ContactVerb::Reactivate => self.command_done_reactivate,
            ContactVerb::Delete => self.command_done_delete,
            ContactVerb::Restore | ContactVerb::RestoreBare => self.command_done_restore,
            ContactVerb::SendReset => self.command_done_send_reset,
        }
    }
}

impl ContactsFormText {
    /// Somebody else changed the contact.
    pub fn conflict(&self, by: Option<&str>) -> String {
        by.map_or_else(|| self.conflict_unnamed.to_owned(), |by| self.conflict_by(by))
    }
}

impl ContactsLogText {
    /// A fact, before the names of so many contacts.
    pub const fn fact(&self, kind: ContactFactKind, targets: usize) -> &'static str {
        match kind {
            ContactFactKind::Added => self.fact_added,
            ContactFactKind::Edited => self.fact_edited,
            ContactFactKind::Suspended if targets > 1 => self.fact_suspended_many,
            ContactFactKind::Suspended => self.fact_suspended,
            ContactFactKind::Reactivated => self.fact_reactivated,
            ContactFactKind::Deleted if targets > 1 => self.fact_deleted_many,
            ContactFactKind::Deleted => self.fact_deleted,
            ContactFactKind::Restored => self.fact_restored,
            ContactFactKind::ResetSent => self.fact_reset_sent,
            ContactFactKind::ViewingStarted => self.fact_viewing_started,
            ContactFactKind::ViewingStopped => self.fact_viewing_stopped,
            ContactFactKind::Left => self.fact_left,
        }
    }
}

impl ContactsPrivilegesText {
    /// How much of a service, in a word.
    pub const fn level(&self, level: Level) -> &'static str {
        match level {
            Level::None => self.level_none,
            Level::Power => self.level_power,
            Level::Operate => self.level_operate,
            Level::Full => self.level_full,
        }
    }

    /// What came of a search.
    pub fn found(&self, answer: &FoundServices) -> String {
        let count = answer.found.len();
        if answer.is_cut { self.found_first(count) } else { self.found_all(count) }
    }
}

impl ContactsSignInCheckText {
    /// What stands in the way, and what helps.
    pub fn finding(&self, finding: Finding) -> String {
        let said = match finding {
            Finding::WrongPassword { times } => return self.finding_wrong_password(times),
            Finding::Deleted => self.finding_deleted,
            Finding::NoLogin => self.finding_no_login,
            Finding::Invited => self.finding_invited,
            Finding::InvitationExpired => self.finding_invitation_expired,
            Finding::Declined => self.finding_declined,
            Finding::AccountClosed => self.finding_account_closed,
            Finding::Suspended => self.finding_suspended,
            Finding::AccessEnded => self.finding_access_ended,
            Finding::OtherAddress => self.finding_other_address,
            Finding::NoPassword => self.finding_no_password,
            Finding::PasswordToBeChanged => self.finding_password_to_be_changed,
            Finding::Locked => self.finding_locked,
            Finding::NoRights => self.finding_no_rights,
            Finding::Fine => self.finding_fine,
        };
        said.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{de, en};

    #[test]
    fn deleting_says_for_how_many_days_it_can_be_undone() {
        for (text, none, one, many) in [(en(), "can’t", "one day", "30 days"), (de(), "nicht", "einen Tag", "30 Tage")]
        {
            let text = &text.contacts;
            for (days, said) in [(0, none), (1, one), (30, many)] {
                for text in [
                    text.commands.delete_text("Tina", days),
                    text.bulk.delete_text(days),
                    text.list.none_deleted_text(days),
                ] {
                    assert!(text.contains(said), "{text}");
                }
            }
        }
    }
}
