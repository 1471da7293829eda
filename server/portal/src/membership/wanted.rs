//! What a contact's form wants, and whether its sender may have it. Decided twice: in a unit that only reads, before the
//! password is worked on, and again in the one that writes.

use crate::base::canon;
use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::posted_rights::{self, PostedRights};
use crate::membership::target_contact::{TargetContact, editing};
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::access::{ContactAction, Edit, SignInEdit};
use domain::contact::{Contact, RequiredField, SaveContact};
use domain::details::ContactDetails;
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, PersonId};
use domain::problem::{FieldProblem, Problem};
use domain::provider::WayToAdd;
use domain::rights::Rights;

#[derive(Clone, Copy)]
pub(crate) struct Wanted<'a> {
    pub(crate) core: &'a Core,
    pub(crate) change: &'a SaveContact,
}

/// A form that its sender may save, once nothing is wrong with what was typed.
pub(crate) struct Allowed {
    rights: Option<Rights>,
    details: Option<(ContactDetails, String)>,
    pub(crate) problems: Vec<FieldProblem>,
}

impl Allowed {
    /// What is to be written: rights, details and the canonical key of the address.
    ///
    /// # Errors
    /// Everything that is wrong with what was typed, at once.
    pub(crate) fn complete(self) -> Result<(Rights, ContactDetails, String), PortalError> {
        match (self.rights, self.details) {
            (Some(rights), Some((details, key))) if self.problems.is_empty() => Ok((rights, details, key)),
            _ => Err(PortalError::Invalid { fields: self.problems }),
        }
    }
}

/// The edit of a contact that its sender may make.
pub(crate) struct AllowedEdit {
    pub(crate) found: TargetContact,
    pub(crate) sign_in: SignInEdit,
    pub(crate) new_address: bool,
    pub(crate) form: Allowed,
}

impl Wanted<'_> {
    /// Whether a contact may be added as the form says.
    pub(crate) async fn adding(self, unit: &mut Unit<'_>, entered: &Entered) -> Result<Allowed, Failure> {
        let rights = self.rights(unit, entered.actor.account(), &Rights::default()).await;
        // A sender without the right is told so before anything typed is judged.
        entered.actor.check(ContactAction::Add(&[], rights.as_ref().unwrap_or(&Rights::default())))?;
        self.core.offers(WayToAdd::AddContact)?;
        let mut problems = Vec::new();
        let rights = collect(&mut problems, rights)?;
        let details = self.details(&mut problems, None, entered);
        if self.change.login {
            self.require_password(&mut problems);
        }
        Ok(Allowed { rights, details, problems })
    }

    /// Whether this contact may be edited as the form says.
    pub(crate) async fn editing(
        self,
        unit: &mut Unit<'_>,
        entered: &Entered,
        id: ContactId,
    ) -> Result<AllowedEdit, Failure> {
        let account = entered.actor.account();
        let found = TargetContact::asked_for(unit, &entered.actor, id, editing).await?;
        let before = &found.contact;
        let rights = self.rights(unit, account, &before.now.rights).await;
        let mut problems = Vec::new();
        let details = self.details(&mut problems, Some(before), entered);
        let new_address = details.as_ref().is_some_and(|(_, key)| *key != found.record.email_key);
        let sign_in = self.sign_in(found.record.person()?, new_address);
        let target = found.target();
        let wanted = rights.as_ref().unwrap_or(&before.now.rights);
        entered.actor.check(ContactAction::Edit(target, Edit { rights: wanted, sign_in }))?;
        let rights = collect(&mut problems, rights)?;
        if sign_in == SignInEdit::Activate {
            self.require_password(&mut problems);
        }
        Ok(AllowedEdit { sign_in, new_address, form: Allowed { rights, details, problems }, found })
    }

    fn require_password(self, problems: &mut Vec<FieldProblem>) {
        if self.change.password.is_empty() {
            problems.push(FieldProblem { field: "password".to_owned(), problem: Problem::Required });
        }
    }

    /// The details typed and their canonical key. An address that its owner looks after may stay unposted. The note about
    /// oneself stays what it is.
    fn details(
        self,
        problems: &mut Vec<FieldProblem>,
        before: Option<&Contact>,
        entered: &Entered,
    ) -> Option<(ContactDetails, String)> {
        let mut change = self.change.clone();
        let mut required = self.core.config.required.clone();
        if let Some(before) = before.filter(|before| !entered.actor.standing().reads_note(before.id)) {
            change.note.clone_from(&before.now.details.note);
            required.retain(|field| *field != RequiredField::Note);
        }
        let typed = before.is_none_or(|before| before.now.details.email.as_str() != change.email.trim())
            && !change.email.trim().is_empty();
        if let Some(before) = before.filter(|_| change.email.trim().is_empty()) {
            change.email = before.now.details.email.to_string();
        }
        match change.details(&required) {
            Ok(details) => match canon::email_key(&details.email) {
                Ok(_) if typed && !change.meant && canon::looks_like_another(&details.email) => {
                    let address = details.email.to_string();
                    problems.push(FieldProblem { field: "email".to_owned(), problem: Problem::Lookalike { address } });
                    None
                }
                Ok(key) => Some((details, key)),
                Err(_) => {
                    problems.push(FieldProblem { field: "email".to_owned(), problem: Problem::NotAnEmail });
                    None
                }
            },
            Err(found) => {
                problems.extend(found);
                None
            }
        }
    }

    async fn rights(self, unit: &mut Unit<'_>, account: AccountId, before: &Rights) -> Result<Rights, Failure> {
        let SaveContact { template, applied, own_roles, shown, shown_domains, .. } = self.change;
        let rights = self.change.rights();
        let posted = PostedRights { template, applied, own_roles, shown: shown.as_ref(), shown_domains, rights };
        posted_rights::read(self.core, unit, account, posted, before).await
    }

    fn sign_in(self, person: Option<PersonId>, new_address: bool) -> SignInEdit {
        match person {
            None if self.change.login => SignInEdit::Activate,
            None if new_address => SignInEdit::Readdress,
            Some(_) if new_address || !self.change.password.is_empty() => SignInEdit::Replace,
            None | Some(_) => SignInEdit::Keep,
        }
    }
}

/// Takes the problems out of an answer that may hold some; any other failure goes on.
pub(crate) fn collect(
    problems: &mut Vec<FieldProblem>,
    rights: Result<Rights, Failure>,
) -> Result<Option<Rights>, Failure> {
    match rights {
        Ok(rights) => Ok(Some(rights)),
        Err(Failure::Answer(PortalError::Invalid { fields })) => {
            problems.extend(fields);
            Ok(None)
        }
        Err(other) => Err(other),
    }
}
