//! One contact: its page and its form.

use crate::base::error::Failure;
use crate::base::moment::Reader;
use crate::base::random;
use crate::contacts::history;
use crate::contacts::list::row;
use crate::contacts::restore;
use crate::contacts::sign_in_check;
use crate::membership::acting::Entered;
use crate::membership::menu;
use crate::membership::reading::Reading;
use crate::membership::target_contact::{TargetContact, editing};
use crate::records::holdings;
use crate::records::templates;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::access::{ContactAction, Credentials, Edit, SignInEdit, Target};
use domain::contact::{
    AccessSummary, Contact, ContactForm, ContactPage, EditedContact, EndingRight, Restorable, Verdict,
};
use domain::id::{ContactId, DomainId, ServiceId, SubmissionId};
use domain::provider::WayToAdd;
use domain::rights::{Rights, Until};
use domain::status::ContactState;
use domain::time::Timestamp;

pub(crate) async fn read(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    id: ContactId,
) -> Result<ContactPage, Failure> {
    let account = entered.actor.account();
    let found = TargetContact::asked_for(&mut unit, &entered.actor, id, ContactAction::See).await?;
    let TargetContact { record, mut contact, credentials: held_by } = found;
    entered.actor.check(ContactAction::See(target_of(&contact, held_by)))?;
    let reading = Reading::of(&mut unit, &entered).await?;
    let reader = &entered.author.reader;
    let until = restore::restorable_until(core, &record, unit.now());
    let rights = restore::rights_before_deletion(core, &mut unit, &record, &contact).await?;
    let templates = templates::offered(core, &mut unit, account).await?;
    let restorable = rights.zip(until).map(|(rights, until)| {
        let access = AccessSummary::of(&rights, &templates);
        Restorable { rights, access, until: reader.date(until) }
    });
    let history = history::page(&mut unit, &entered, &reading, id, "").await?;
    reading.details(id, &mut contact.now.details);
    let mut row = row(core, &mut unit, &entered, &record, &contact, &templates).await?;
    row.menu = menu::of(&entered.actor, &contact, held_by, until);
    let sign_in = sign_in_check::report(&mut unit, &entered, &target_of(&contact, held_by), &record, &contact).await?;
    let is_given = |service: ServiceId| {
        let given = |rights: &Rights| rights.services.contains_key(&service);
        given(&contact.now.rights) || restorable.as_ref().is_some_and(|restorable| given(&restorable.rights))
    };
    let is_given_on = |domain: DomainId| {
        let given = |rights: &Rights| rights.domains.contains_key(&domain);
        given(&contact.now.rights) || restorable.as_ref().is_some_and(|restorable| given(&restorable.rights))
    };
    Ok(ContactPage {
        row,
        version: contact.version,
        added: reader.date(Timestamp(record.created_at)),
        history,
        ends: ends(&contact.now.rights, &reading, reader),
        sign_in,
        services: reading.services(is_given),
        domains: reading.domains(is_given_on),
        restorable,
        submission: SubmissionId::new(random::id(unit.now())),
        now: contact.now,
    })
}

const fn target_of(contact: &Contact, credentials: Credentials) -> Target<'_> {
    Target { contact: contact.id, owner: contact.owner, rights: &contact.now.rights, credentials }
}

/// The grants that end by themselves, as somebody reads them.
fn ends(rights: &Rights, reading: &Reading<'_>, reader: &Reader) -> Vec<EndingRight> {
    let ending = |until: &Until| EndingRight {
        right: until.right,
        place: reading.place(until.place.clone()),
        at: reader.moment(until.at),
    };
    rights.until.iter().map(ending).collect()
}

pub(crate) async fn form(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    contact: Option<ContactId>,
) -> Result<ContactForm, Failure> {
    let edited = match contact {
        None => {
            entered.actor.check(ContactAction::Add(&[], &Rights::default()))?;
            core.offers(WayToAdd::AddContact)?;
            None
        }
        Some(id) => Some(edited(&mut unit, &entered, id).await?),
    };
    let nothing = Rights::default();
    let before = edited.as_ref().map_or(&nothing, |edited| &edited.now.rights);
    let who = entered.actor.standing();
    let (services, more) = holdings::choices(&mut unit, who.account, &who.effective, before).await?;
    Ok(ContactForm {
        templates: templates::offered(core, &mut unit, who.account).await?,
        own_roles: templates::roles(&mut unit, who.account).await?,
        services,
        more,
        domains: holdings::domain_choices(&mut unit, who.account, &who.effective, before).await?,
        submission: SubmissionId::new(random::id(unit.now())),
        contact: edited,
        required: core.config.required.clone(),
        password_min: core.config.password.min_length(),
    })
}

async fn edited(unit: &mut Unit<'_>, entered: &Entered, id: ContactId) -> Result<EditedContact, Failure> {
    let found = TargetContact::asked_for(unit, &entered.actor, id, editing).await?;
    let (target, rights) = (found.target(), &found.contact.now.rights);
    let edit = |sign_in| entered.actor.check(ContactAction::Edit(target, Edit { rights, sign_in }));
    edit(SignInEdit::Keep)?;
    let (sign_in, address) = match found.record.person_id {
        Some(_) => (edit(SignInEdit::Replace), edit(SignInEdit::Replace)),
        None => (edit(SignInEdit::Activate), edit(SignInEdit::Readdress)),
    };
    let reading = Reading::of(unit, entered).await?;
    let ends = ends(rights, &reading, &entered.author.reader);
    let mut now = found.contact.now.clone();
    reading.details(id, &mut now.details);
    Ok(EditedContact {
        id,
        version: found.contact.version,
        is_me: entered.actor.contact() == id,
        sign_in: Verdict::from(sign_in),
        address: Verdict::from(address),
        reset: match found.record.person_id {
            Some(_) if found.contact.now.state == ContactState::Active => {
                Verdict::from(entered.actor.check(ContactAction::SendReset(target)))
            }
            Some(_) | None => Verdict::Absent,
        },
        credentials: found.credentials,
        ends,
        now,
    })
}
