//! The facts of a contact's sign-in, for those who look after it (S0.28). They are about this contact on this account:
//! no address, place or account of the person's beyond it.

use crate::base::error::Failure;
use crate::base::passwords;
use crate::membership::acting::Entered;
use crate::records::contacts::ContactRecord;
use crate::records::persons;
use crate::unit::Unit;
use crate::unit::attempts::{self, Key, Purpose};
use domain::access::{ContactAction, Target};
use domain::contact::Contact;
use domain::id::PersonId;
use domain::sign_in_check::{AddressFact, PasswordFact, RightsFact, SignInFacts, SignInReport, Wait, diagnose};
use domain::time::Timestamp;

/// The diagnosis; `None` for those who do not manage contacts.
pub(crate) async fn report(
    unit: &mut Unit<'_>,
    entered: &Entered,
    target: &Target<'_>,
    record: &ContactRecord,
    contact: &Contact,
) -> Result<Option<SignInReport>, Failure> {
    if entered.actor.check(ContactAction::SeeSignIn(*target)).is_err() {
        return Ok(None);
    }
    let mut facts = SignInFacts {
        status: contact.now.state.status(contact.ends, entered.now),
        account: entered.actor.standing().status,
        owner: contact.owner.is_some(),
        password: None,
        address: AddressFact::Same,
        wrong: 0,
        wait: Wait::None,
        rights: if contact.now.rights.is_empty() { RightsFact::None } else { RightsFact::Some },
    };
    let mut locked_until = None;
    if let Some(person) = record.person()? {
        let login = login(unit, person, record).await?;
        facts.password = login.password;
        facts.address = login.address;
        facts.wrong = login.wrong;
        locked_until = login.locked_until;
        facts.wait = if locked_until.is_some() { Wait::Running } else { Wait::None };
    }
    let locked_until = locked_until.map(|until| entered.author.reader.moment(until));
    Ok(Some(SignInReport { findings: diagnose(&facts), locked_until }))
}

struct Login {
    password: Option<PasswordFact>,
    address: AddressFact,
    wrong: u32,
    locked_until: Option<Timestamp>,
}

async fn login(unit: &mut Unit<'_>, person: PersonId, record: &ContactRecord) -> Result<Login, Failure> {
    let known = persons::by_id(unit.connection(), person).await?;
    let Some(known) = known else {
        return Ok(Login { password: None, address: AddressFact::Same, wrong: 0, locked_until: None });
    };
    let password = match (&known.password_hash, known.password_by.as_str()) {
        (None, _) => PasswordFact::Missing,
        // One that came from elsewhere and costs too much is never verified.
        (Some(hash), _) if !passwords::is_usable_hash(hash) => PasswordFact::Missing,
        (Some(_), "self") => PasswordFact::Own,
        (Some(_), _) => PasswordFact::SetByOther,
    };
    let (key, devices) = sign_in_names(unit, person).await?;
    let address = if key == record.email_key { AddressFact::Same } else { AddressFact::Another };
    // From anywhere, by the address; and from the person's own browsers, which are counted by themselves.
    let mut keys = vec![Key::address(Purpose::SignIn, &known.email)];
    keys.extend(devices.iter().map(|device| Key::known_device(Purpose::SignIn, device, &key)));
    let tried = attempts::lately(unit, &keys).await?;
    // Counted above already; only the wait is another one.
    let together = attempts::wait_until(unit, &Key::devices(Purpose::SignIn, &key)).await?;
    Ok(Login {
        password: Some(password),
        address,
        wrong: u32::try_from(tried.count).unwrap_or(u32::MAX),
        locked_until: tried.blocked_until.max(together.map(Timestamp)),
    })
}

/// The canonical key of a person's address, and the hashes of the browsers they have signed in with.
async fn sign_in_names(unit: &mut Unit<'_>, person: PersonId) -> Result<(String, Vec<String>), Failure> {
    let (key,): (String,) = sqlx::query_as("SELECT email_key FROM persons WHERE id = $1")
        .bind(person.to_string())
        .fetch_one(unit.connection())
        .await?;
    let devices: Vec<(String,)> =
        sqlx::query_as("SELECT token_hash FROM devices WHERE person_id = $1 ORDER BY seen_at DESC LIMIT 50")
            .bind(person.to_string())
            .fetch_all(unit.connection())
            .await?;
    Ok((key, devices.into_iter().map(|(device,)| device).collect()))
}
