//! Accepting an invitation with a login that its link makes, or proves: who opens it shows that the mailbox is theirs.

use crate::base::canon;
use crate::base::error::Failure;
use crate::base::random;
use crate::invitations::answer::{dead, locked, take_in};
use crate::invitations::open::{self, Invitee, invitee};
use crate::membership::credentials;
use crate::membership::new_password;
use crate::notify::sign_in::notify_of_new_password;
use crate::records::contacts;
use crate::records::devices;
use crate::records::invitations::{self, Invitation};
use crate::records::persons::{self, NewPerson, Password, PersonRecord};
use crate::records::sessions;
use crate::unit::attempts::Key;
use crate::unit::core::Core;
use crate::unit::run::{UseCase, run, use_case};
use crate::unit::{Unit, Writes};
use domain::caller::{Caller, NewSession, SignedIn};
use domain::contact::{Contact, NAME_MAX};
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, PersonId, SessionId};
use domain::invitation::JoinByInvitation;
use domain::problem::InvitationProblem;
use domain::problem::PersonProblem;
use domain::problem::{FieldProblem, Problem};
use domain::text;

pub(super) const NAME: UseCase = use_case!("invitations.join");

/// What was typed, checked, with the password hashed.
struct Typed {
    first_name: String,
    last_name: String,
    hash: String,
}

pub(crate) async fn join(
    core: &Core,
    caller: &Caller,
    change: &JoinByInvitation,
) -> Result<(AccountId, NewSession), PortalError> {
    let invited = run(caller, NAME, || look(core, caller, change)).await?;
    let typed = check(core, caller, change, &invited).await?;
    let (account, token, device) = run(caller, NAME, || carry_out(core, caller, change, &typed)).await?;
    Ok((account, NewSession { token, must_change_password: false, device: Some(device) }))
}

/// The invited contact, who may choose a password with the link.
struct Invited {
    contact: ContactId,
    email: String,
    /// The person who has the address without having proved it.
    known: Option<PersonRecord>,
}

async fn look(core: &Core, caller: &Caller, change: &JoinByInvitation) -> Result<Invited, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let (invitation, contact) = open::live(&mut unit, &change.token).await?.ok_or_else(dead)?;
    by_mail(&mut unit, change, (&invitation, &contact)).await?;
    let known = match for_link(&mut unit, &invitation).await? {
        Some(person) => persons::by_id(unit.connection(), person).await?,
        None => None,
    };
    Ok(Invited { contact: contact.id, email: contact.now.details.email.to_string(), known })
}

/// INVARIANT: only the mailbox makes a login or sets its password, never a link that somebody passed on (SECURITY T18), nor
/// one that was mailed to another address than the contact has by now (SECURITY T20).
async fn by_mail(
    unit: &mut Unit<'_>,
    change: &JoinByInvitation,
    (invitation, contact): (&Invitation, &Contact),
) -> Result<(), Failure> {
    if !invitations::is_mailed(unit, &change.token).await? {
        return Err(PortalError::invalid("token", InvitationProblem::LinkByHand).into());
    }
    let invited = canon::email_key(&contact.now.details.email).is_ok_and(|key| key == invitation.email_key);
    if invited { Ok(()) } else { Err(dead()) }
}

/// Whoever has the address, as long as the link decides over their login. Nobody else may be signed in meanwhile.
async fn for_link(unit: &mut Unit<'_>, invitation: &Invitation) -> Result<Option<PersonId>, Failure> {
    let signed_in = unit.caller().signed_in().map(|signed_in| signed_in.person);
    let invitee = invitee(unit, invitation).await?;
    let theirs = signed_in.is_none_or(|person| invitee.as_ref().is_some_and(|invitee| invitee.person == person));
    match invitee {
        _ if !theirs => Err(PortalError::invalid("token", InvitationProblem::InvitedSomebodyElse).into()),
        // INVARIANT: a login that somebody looks after gets no new password by an invitation.
        Some(Invitee { proved: true, .. }) => Err(PortalError::SignInRequired.into()),
        Some(Invitee { person, .. }) => Ok(Some(person)),
        None => Ok(None),
    }
}

async fn check(
    core: &Core,
    caller: &Caller,
    change: &JoinByInvitation,
    invited: &Invited,
) -> Result<Typed, PortalError> {
    let mut fields = Vec::new();
    let mut name = |field: &str, typed: &str| {
        let checked = match text::line(typed, NAME_MAX) {
            Ok(name) if name.is_empty() => Err(Problem::Required),
            other => other,
        };
        checked.unwrap_or_else(|problem| {
            fields.push(FieldProblem { field: field.to_owned(), problem });
            String::new()
        })
    };
    let (first_name, last_name) = match &invited.known {
        Some(known) => (known.first_name.clone(), known.last_name.clone()),
        None => (name("first_name", &change.first_name), name("last_name", &change.last_name)),
    };
    let words = [&first_name, &last_name, &invited.email, &core.config.provider.name].map(Clone::clone).to_vec();
    let limit = Key::new_password(invited.contact);
    if let Some(problem) = new_password::problem(core, caller, NAME, limit, (&change.password, words)).await? {
        fields.push(FieldProblem { field: "password".to_owned(), problem });
    } else if change.password != change.again {
        fields.push(FieldProblem { field: "again".to_owned(), problem: PersonProblem::PasswordsDiffer.into() });
    }
    if !fields.is_empty() {
        return Err(PortalError::Invalid { fields });
    }
    let hash = core.passwords.hash(&change.password).await?;
    Ok(Typed { first_name, last_name, hash })
}

async fn carry_out(
    core: &Core,
    caller: &Caller,
    change: &JoinByInvitation,
    typed: &Typed,
) -> Result<(AccountId, text::Secret, text::Secret), Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Rights).await?;
    let (invitation, contact) = locked(&mut unit, &change.token).await?;
    by_mail(&mut unit, change, (&invitation, &contact)).await?;
    let person = match for_link(&mut unit, &invitation).await? {
        Some(person) => prove(core, &mut unit, person, &typed.hash).await?,
        None => make(&mut unit, &invitation, contact.now.details.email.as_str(), typed).await?,
    };
    let (permit, event) = take_in(core, &mut unit, (invitation, contact), person).await?;
    let session = SessionId::new(random::id(unit.now()));
    let signed_in = SignedIn { person, session, must_change_password: false, language: None };
    let token = sessions::begin(core, &mut unit, signed_in).await?;
    contacts::note_sign_in(&mut unit, person).await?;
    let device = devices::remember(&mut unit, person).await?;
    let account = permit.account();
    unit.commit(permit, account, event).await?;
    Ok((account, token, device))
}

/// The password of whoever has the mailbox ends everything that was begun with another one.
async fn prove(core: &Core, unit: &mut Unit<'_>, person: PersonId, hash: &str) -> Result<PersonId, Failure> {
    let now = unit.now();
    persons::set_proved_password(unit.connection(), person, hash, now).await?;
    credentials::end_everything(unit, person, None).await?;
    if let Some(record) = persons::by_id(unit.connection(), person).await? {
        notify_of_new_password(core, unit, &record)?;
    }
    Ok(person)
}

/// Where another account's invitation to the same address was accepted a moment ago, the unit runs once more and finds them.
async fn make(unit: &mut Unit<'_>, invitation: &Invitation, email: &str, typed: &Typed) -> Result<PersonId, Failure> {
    let new = NewPerson {
        email,
        email_key: &invitation.email_key,
        first_name: &typed.first_name,
        last_name: &typed.last_name,
        password: Password::Proved(&typed.hash),
    };
    persons::insert(unit, new).await
}
