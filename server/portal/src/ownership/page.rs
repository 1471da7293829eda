//! The owners, for their page: who they are, who could be one, and the transfer under way.

use crate::base::error::Failure;
use crate::base::moment::Reader;
use crate::base::random;
use crate::membership::acting::Entered;
use crate::membership::owner::{candidate, target};
use crate::records::contacts::owner_kind;
use crate::records::transfers;
use crate::unit::Unit;
use domain::access::{Action, Actor, ContactAction, Credentials, Denied, OwnershipAction, Target};
use domain::contact::Verdict;
use domain::details::full_name;
use domain::id::{AccountId, ContactId, SubmissionId};
use domain::owner::OwnerKind;
use domain::ownership::{Candidate, EndAsContact, OwnerRow, OwnershipPage, Transfer, TransferState};
use domain::rights::Rights;
use domain::time::Timestamp;
use sqlx::FromRow;
use std::sync::LazyLock;

/// The most people that are offered as owners.
const CANDIDATES: i64 = 200;

pub(crate) async fn read(mut unit: Unit<'_>, entered: Entered) -> Result<OwnershipPage, Failure> {
    entered.actor.check(ContactAction::List)?;
    let (actor, reader) = (&entered.actor, &entered.author.reader);
    let anybody = Target::unread(ContactId::new(uuid::Uuid::nil()));
    let may_appoint = Verdict::from(actor.check(OwnershipAction::Appoint(anybody)));
    let people = people(&mut unit, entered.actor.account(), reader).await?;
    let (candidates, unproved) = candidates(actor, &people);
    Ok(OwnershipPage {
        owners: owners(actor, &people),
        candidates,
        unproved,
        may_appoint,
        transfer: transfer(&mut unit, actor, reader).await?,
        submission: SubmissionId::new(random::id(unit.now())),
    })
}

/// What somebody was given does not matter for owning.
fn somebody(contact: ContactId, owner: Option<OwnerKind>, credentials: Credentials) -> Target<'static> {
    static NOTHING: LazyLock<Rights> = LazyLock::new(Rights::default);
    Target { contact, owner, rights: &NOTHING, credentials }
}

fn owners(actor: &Actor, people: &[Somebody]) -> Vec<OwnerRow> {
    people
        .iter()
        .filter_map(|person| person.owner.map(|kind| (person, kind)))
        .map(|(person, kind)| OwnerRow {
            contact: person.contact,
            name: person.name.clone(),
            email: person.email.clone(),
            kind,
            dismiss: match kind {
                OwnerKind::Legal => Verdict::Absent,
                OwnerKind::CoOwner => Verdict::from(actor.check(OwnershipAction::Dismiss(person.target()))),
            },
            end: person.end.clone(),
        })
        .collect()
}

/// Who may be made an owner, and the names of those who may be once they have proved their address.
fn candidates(actor: &Actor, people: &[Somebody]) -> (Vec<Candidate>, Vec<String>) {
    let (mut candidates, mut unproved) = (Vec::new(), Vec::new());
    for person in people {
        match actor.check(OwnershipAction::Offer(person.target())) {
            Ok(()) => candidates.push(Candidate {
                contact: person.contact,
                name: person.name.clone(),
                email: person.email.clone(),
                end: person.end.clone(),
            }),
            Err(Denied::AddressUnproved) => unproved.push(person.name.clone()),
            Err(_) => {}
        }
    }
    (candidates, unproved)
}

struct Somebody {
    contact: ContactId,
    name: String,
    email: String,
    owner: Option<OwnerKind>,
    credentials: Credentials,
    end: EndAsContact,
}

impl Somebody {
    fn target(&self) -> Target<'static> {
        somebody(self.contact, self.owner, self.credentials)
    }
}

/// Somebody who owns the account or could: active, with a login.
#[derive(FromRow)]
struct Row {
    id: String,
    first_name: String,
    last_name: String,
    email: String,
    owner: Option<String>,
    /// When access ends as a contact.
    ends_at: Option<i64>,
    /// When the person proved the address that the contact shows.
    proved_at: Option<i64>,
}

async fn people(unit: &mut Unit<'_>, account: AccountId, reader: &Reader) -> Result<Vec<Somebody>, Failure> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT c.id, c.first_name, c.last_name, c.email, c.owner, COALESCE(c.ends_at_as_contact, c.ends_at) AS ends_at, \
         CASE WHEN p.email_key = c.email_key THEN p.verified_at END AS proved_at FROM contacts c JOIN persons p ON p.id = c.person_id \
         WHERE c.account_id = $1 AND c.state = 'active' ORDER BY c.rank, c.sort_name, c.id LIMIT $2",
    )
    .bind(account.to_string())
    .bind(CANDIDATES)
    .fetch_all(unit.connection())
    .await?;
    let now = unit.now();
    rows.into_iter()
        .map(|row| {
            Ok(Somebody {
                contact: row.id.parse()?,
                name: full_name(&row.first_name, &row.last_name, &row.email),
                owner: row.owner.as_deref().map(owner_kind).transpose()?,
                // Nobody looks after the sign-in of somebody who has proved the address but they themselves.
                credentials: if row.proved_at.is_some() { Credentials::Own } else { Credentials::Unproved },
                end: match row.ends_at.map(Timestamp) {
                    None => EndAsContact::Never,
                    Some(end) if end > now => EndAsContact::Ends(reader.moment(end)),
                    Some(end) => EndAsContact::Ended(reader.moment(end)),
                },
                email: row.email,
            })
        })
        .collect()
}

/// The transfer under way, for those whom it concerns: owners, and whoever gets it.
async fn transfer(unit: &mut Unit<'_>, actor: &Actor, reader: &Reader) -> Result<Option<Transfer>, Failure> {
    let account = actor.account();
    let Some(record) = transfers::of_account(unit, account).await? else { return Ok(None) };
    if !record.concerns(actor) {
        return Ok(None);
    }
    let (from, from_credentials) = candidate(unit, account, record.from).await?;
    let (to, to_credentials) = candidate(unit, account, record.to).await?;
    let ask = |at: TransferState, action: Action<'_>| {
        if record.state == at { Verdict::from(actor.check(action)) } else { Verdict::Absent }
    };
    Ok(Some(Transfer {
        state: record.state,
        from: from.name(),
        to: to.name(),
        until: reader.moment(record.until),
        accept: ask(TransferState::Offered, OwnershipAction::Accept(target(&to, to_credentials), record.from).into()),
        withdraw: ask(TransferState::Offered, OwnershipAction::Withdraw(record.to).into()),
        undo: ask(TransferState::Done, OwnershipAction::Undo(target(&from, from_credentials), record.to).into()),
    }))
}
