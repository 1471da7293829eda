//! Who can do what on a service, and why: for whoever sees it and the account's contacts.

use crate::base::error::Failure;
use crate::base::moment::Reader;
use crate::membership::acting::Entered;
use crate::membership::reading::held_by;
use crate::membership::target_service::seen;
use crate::records::contact_list;
use crate::records::contacts::ContactRecord;
use crate::records::grants::{self, Showing};
use crate::records::templates;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::access::{ContactAction, Credentials, Edit, ServiceTarget, SignInEdit, Target, sees_service};
use domain::contact::{Contact, HeldOrigin, HeldRight, Verdict};
use domain::holdings::{ServicePeople, ServicePerson};
use domain::id::ServiceId;
use domain::list::Page;
use domain::privilege::Privilege;
use domain::right::{Place, Right};
use domain::rights::{Held, Origin};
use domain::service::ServiceKind;
use domain::template::Template;

pub(super) async fn read(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    id: ServiceId,
    cursor: &str,
) -> Result<ServicePeople, Failure> {
    entered.actor.check(ContactAction::List)?;
    let (account, found) = (entered.actor.account(), seen(&mut unit, &entered, id).await?);
    let service = (found.service.target(entered.now), found.service.kind);
    let showing = Showing::of(&mut unit, account, service.0).await?;
    let page = contact_list::of_service(&mut unit, account, (id, &showing), cursor).await?;
    let Page { rows: records, total, previous, next } = page;
    let people = people(core, &mut unit, &entered, service, &records).await?;
    let row = found.row(&entered.actor.standing().effective, &entered.author.reader, entered.now);
    let named = |person: ServicePerson| named(person, &row.name);
    let rows = people.into_iter().map(named).collect();
    Ok(ServicePeople { people: Page { rows, total, previous, next }, service: row })
}

async fn people(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    (service, kind): (ServiceTarget, ServiceKind),
    records: &[ContactRecord],
) -> Result<Vec<ServicePerson>, Failure> {
    let account = entered.actor.account();
    let ids = records.iter().map(ContactRecord::contact).collect::<Result<Vec<_>, _>>()?;
    let mut given = grants::on_service(unit, account, &ids, service.id).await?;
    let mut contacts = Vec::with_capacity(ids.len());
    for (record, id) in records.iter().zip(&ids) {
        contacts.push(record.with_rights(account, given.remove(id).unwrap_or_default())?);
    }
    // INVARIANT: the condition of the statement only spares rows; this decides.
    contacts.retain(|contact| sees_service(&held_by(contact), service));
    let rights: Vec<_> = contacts.iter().map(|contact| &contact.now.rights).collect();
    let templates = templates::naming(core, unit, account, &rights).await?;
    let person = |contact: &Contact| person(entered, contact, &templates, (service, kind));
    Ok(contacts.iter().map(person).collect())
}

fn person(
    entered: &Entered,
    contact: &Contact,
    templates: &[Template],
    service: (ServiceTarget, ServiceKind),
) -> ServicePerson {
    let (rights, reader) = (&contact.now.rights, &entered.author.reader);
    let template = rights.began_with().and_then(|key| templates.iter().find(|template| template.key == key));
    let held = match contact.owner {
        Some(_) => Vec::new(),
        None => rights
            .origins(template)
            .into_iter()
            .filter(|held| counts(held, service))
            .map(|held| read_by(reader, held))
            .collect(),
    };
    // What a form for their rights needs of the reader depends on no right of theirs.
    let credentials = Credentials::Own;
    let target = Target { contact: contact.id, owner: contact.owner, rights, credentials };
    let edit = ContactAction::Edit(target, Edit { rights, sign_in: SignInEdit::Keep });
    ServicePerson {
        id: contact.id,
        name: contact.name(),
        email: contact.now.details.email.to_string(),
        owner: contact.owner,
        is_me: entered.actor.contact() == contact.id,
        template: template.cloned(),
        held,
        edit: Verdict::from(entered.actor.check(edit)),
    }
}

/// Whether a right is one on the service, or what shows it.
fn counts(held: &Held, (service, kind): (ServiceTarget, ServiceKind)) -> bool {
    match (held.right, &held.place) {
        (Right::Privilege(Privilege::ServicesView), _) => true,
        (Right::Privilege(Privilege::ServicesViewExpiring), _) => service.expiring,
        (Right::Operation(operation), Place::AllServices) => kind.operations().contains(operation),
        (Right::Operation(operation), Place::Service { id, .. }) => {
            *id == service.id && kind.operations().contains(operation)
        }
        _ => false,
    }
}

fn read_by(reader: &Reader, Held { right, place, origins }: Held) -> HeldRight {
    let origin = |Origin { source, with, until }| HeldOrigin { source, with, until: until.map(|at| reader.moment(at)) };
    HeldRight { right, place, origins: origins.into_iter().map(origin).collect() }
}

/// The same with what the service is called, which the reader sees.
fn named(mut person: ServicePerson, service: &str) -> ServicePerson {
    for held in &mut person.held {
        if let Place::Service { name, .. } = &mut held.place {
            *name = Some(service.to_owned());
        }
    }
    person
}
