//! The page of the rules.

use crate::core::Core;
use crate::error::Failure;
use crate::rules::{templates, transfer};
use crate::unit::Unit;
use crate::{acting, random};
use domain::access::{Action, Actor, Credentials, Target, authorize};
use domain::account::OwnerKind;
use domain::contact::{Verdict, full_name};
use domain::id::{AccountId, ContactId, SubmissionId};
use domain::ports::{Acting, Caller};
use domain::rights::Rights;
use domain::rules::{Candidate, OwnerRow, RulesPage, Transfer, TransferState};

/// The most people that are offered as owners.
const CANDIDATES: i64 = 200;

pub(crate) async fn read(core: &Core, caller: &Caller, acting: Acting) -> Result<RulesPage, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.acting(acting).await?;
    let _ = authorize(&entered.actor, &Action::SeeContacts)?;
    let actor = &entered.actor;
    let nothing = Rights::default();
    let somebody = |contact, owner| Target { contact, owner, rights: &nothing, credentials: Credentials::Own };
    let anybody = Target::unread(ContactId::new(uuid::Uuid::nil()));
    let may_appoint = Verdict::from(authorize(actor, &Action::AppointOwner(anybody)));
    let people = people(&mut unit, acting.account).await?;
    let owners = people
        .iter()
        .filter_map(|person| person.owner.map(|kind| (person, kind)))
        .map(|(person, kind)| OwnerRow {
            contact: person.contact,
            name: person.name.clone(),
            email: person.email.clone(),
            kind,
            dismiss: match kind {
                OwnerKind::Legal => Verdict::Absent,
                OwnerKind::CoOwner => {
                    Verdict::from(authorize(actor, &Action::DismissOwner(somebody(person.contact, person.owner))))
                }
            },
        })
        .collect();
    let candidates = if may_appoint == Verdict::Allowed {
        let others = people.iter().filter(|person| person.owner != Some(OwnerKind::Legal));
        others
            .map(|person| Candidate { contact: person.contact, label: format!("{} ({})", person.name, person.email) })
            .collect()
    } else {
        Vec::new()
    };
    let transfer = match transfer::of_account(&mut unit, acting.account).await? {
        Some(record) => shown(actor, &record, &people, entered.author.reader.moment(record.until)),
        None => None,
    };
    Ok(RulesPage {
        hand_out: actor.standing().hand_out.clone(),
        may_set_hand_out: Verdict::from(authorize(actor, &Action::SetHandOut)),
        templates: templates::with_use(&mut unit, acting.account).await?,
        may_keep_templates: Verdict::from(authorize(actor, &Action::KeepTemplates)),
        owners,
        candidates,
        may_appoint,
        transfer,
        submission: SubmissionId::new(random::id(unit.now())),
    })
}

struct Somebody {
    contact: ContactId,
    name: String,
    email: String,
    owner: Option<OwnerKind>,
}

/// Everybody who owns the account or could: active, with a login.
async fn people(unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<Somebody>, Failure> {
    let rows: Vec<(String, String, String, String, Option<String>)> = sqlx::query_as(
        "SELECT id, first_name, last_name, email, owner FROM contacts \
         WHERE account_id = $1 AND state = 'active' AND person_id IS NOT NULL ORDER BY rank, sort_name, id LIMIT $2",
    )
    .bind(account.to_string())
    .bind(CANDIDATES)
    .fetch_all(unit.connection())
    .await?;
    rows.into_iter()
        .map(|(contact, first, last, email, owner)| {
            Ok(Somebody {
                contact: contact.parse()?,
                name: full_name(&first, &last, &email),
                email,
                owner: owner.as_deref().map(acting::owner_kind).transpose()?,
            })
        })
        .collect()
}

/// A transfer, for those whom it concerns: owners, and whoever gets it.
fn shown(
    actor: &Actor,
    record: &transfer::TransferRecord,
    people: &[Somebody],
    until: domain::time::Moment,
) -> Option<Transfer> {
    let name = |contact| {
        people.iter().find(|person| person.contact == contact).map(|person| person.name.clone()).unwrap_or_default()
    };
    let ask = |at: TransferState, action: Action<'_>| {
        if record.state == at { Verdict::from(authorize(actor, &action)) } else { Verdict::Absent }
    };
    record.concerns(actor).then(|| Transfer {
        state: record.state,
        from: name(record.from),
        to: name(record.to),
        until,
        accept: ask(TransferState::Offered, Action::AcceptOwnership(record.to)),
        withdraw: ask(TransferState::Offered, Action::WithdrawOwnership(record.to)),
        undo: ask(TransferState::Done, Action::UndoTransfer(record.from)),
    })
}
