//! Signing in: same answer and same work for addresses nobody has.

use crate::base::canon;
use crate::base::error::Failure;
use crate::base::moment::Reader;
use crate::base::passwords::Verified;
use crate::base::random;
use crate::base::strength;
use crate::mail::templates;
use crate::membership::verify::verify;
use crate::notify::sign_in::NewBrowser;
use crate::records::contacts;
use crate::records::devices;
use crate::records::persons::{self, PersonRecord};
use crate::records::sessions;
use crate::unit::attempts::{self, Counted, Key, Purpose};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::run::{UseCase, run, use_case};
use crate::unit::{Unit, Writes};
use domain::agent::Browser;
use domain::audit::{PersonFact, Subject};
use domain::caller::{Caller, NewSession, Principal, SignedIn};
use domain::email::EmailAddress;
use domain::error::PortalError;
use domain::id::{PersonId, SessionId};
use domain::paths;
use domain::person::SignIn;
use domain::problem::PersonProblem;
use domain::problem::{FieldProblem, Problem};
use domain::text::Secret;

pub(super) const NAME: UseCase = use_case!("people.sign_in");

pub(crate) async fn sign_in(core: &Core, caller: &Caller, change: &SignIn) -> Result<NewSession, PortalError> {
    required(change)?;
    let limits = run(caller, NAME, || limits(core, caller, &change.email)).await?;
    let counted = run(caller, NAME, || attempts::count(&core.database, caller.now, &limits)).await?;
    let not_sooner = tokio::time::sleep(core.config.password_work.refused_after);
    match prove(core, caller, change, counted).await {
        Ok(proved) => {
            run(caller, NAME, || attempts::settle(&core.database, &proved.counted)).await?;
            run(caller, NAME, || begin(core, caller, &proved)).await
        }
        Err(refused) => {
            // Hashes from elsewhere take longer, or less long: how long it took tells nothing.
            not_sooner.await;
            Err(refused)
        }
    }
}

async fn prove(core: &Core, caller: &Caller, change: &SignIn, counted: Vec<Counted>) -> Result<Proved, PortalError> {
    let found = run(caller, NAME, || find(core, caller, &change.email)).await?;
    if change.password.expose().len() > strength::MAX_BYTES {
        return Err(wrong());
    }
    let kept = found.as_ref().and_then(|person| person.password_hash.clone());
    let verified = verify(core, caller, NAME, &counted, (kept.clone(), &change.password)).await?;
    let (Some(person), Some(kept)) = (found, kept) else { return Err(wrong()) };
    let hash = match verified {
        Verified::Wrong => return Err(wrong()),
        Verified::Right => kept.clone(),
        // When too many wait, another time: they have given the right password.
        Verified::RightButOld => core.passwords.hash(&change.password).await.unwrap_or_else(|_| kept.clone()),
    };
    Ok(Proved { person, kept, hash, counted })
}

/// Somebody who gave the right password.
struct Proved {
    person: PersonRecord,
    /// The hash it was verified with.
    kept: String,
    /// The hash to keep: the same, or one of today's kind.
    hash: String,
    /// The try.
    counted: Vec<Counted>,
}

fn required(change: &SignIn) -> Result<(), PortalError> {
    let missing = |field: &str| FieldProblem { field: field.to_owned(), problem: Problem::Required };
    let mut fields = Vec::new();
    if change.email.trim().is_empty() {
        fields.push(missing("email"));
    }
    if change.password.is_empty() {
        fields.push(missing("password"));
    }
    if fields.is_empty() { Ok(()) } else { Err(PortalError::Invalid { fields }) }
}

fn wrong() -> PortalError {
    PortalError::invalid("password", PersonProblem::WrongCredentials)
}

/// What is no address has a key too: one that no address has.
fn email_key(email: &str) -> String {
    EmailAddress::parse(email).and_then(|address| canon::email_key(&address)).unwrap_or_default()
}

/// What a try is counted under. From a browser that the person has signed in with before it is counted by itself, and with
/// those from their other browsers: nobody else's tries lock them out there.
async fn limits(core: &Core, caller: &Caller, email: &str) -> Result<Vec<Key>, Failure> {
    const TRY: Purpose = Purpose::SignIn;
    if let Some(device) = &caller.device {
        let key = email_key(email);
        let mut unit = Unit::read(&core.database, caller).await?;
        if devices::is_known(&mut unit, device, &key).await? {
            return Ok(vec![Key::device(TRY, device, &key), Key::devices(TRY, &key)]);
        }
    }
    Ok(vec![Key::place(TRY, &caller.ip), Key::address(TRY, email), Key::everybody(TRY)])
}

async fn find(core: &Core, caller: &Caller, email: &str) -> Result<Option<PersonRecord>, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    persons::by_email(unit.connection(), &email_key(email)).await
}

async fn begin(core: &Core, caller: &Caller, proved: &Proved) -> Result<NewSession, Failure> {
    let must_change_password = proved.person.password_by == "other";
    let signed_in = SignedIn {
        person: proved.person.person()?,
        session: SessionId::new(random::id(caller.now)),
        must_change_password,
        language: proved.person.language.as_deref().and_then(texts::spoken),
    };
    // From here on it is they who act, and the log says so.
    let now_signed_in = Caller { principal: Principal::Person(signed_in), ..caller.clone() };
    let mut unit = Unit::write(&core.database, &now_signed_in, Writes::Other).await?;
    // INVARIANT: the password verified is still the one; a change meanwhile has ended all sessions, this one too.
    if !persons::rehash(unit.connection(), signed_in.person, &proved.hash, &proved.kept).await? {
        return Err(wrong().into());
    }
    if let Some(old) = caller.signed_in() {
        sessions::end(&mut unit, old.person, old.session).await?;
    }
    let own = devices::is_own(&mut unit, signed_in.person).await?;
    let known = caller.device.as_ref().filter(|_| own);
    not_too_often(&mut unit, signed_in.person, known).await?;
    let token = sessions::begin(core, &mut unit, signed_in).await?;
    contacts::note_sign_in(&mut unit, signed_in.person).await?;
    if known.is_none() {
        notify_of_new_browser(core, &mut unit, &proved.person)?;
    }
    let device = devices::remember(&mut unit, signed_in.person).await?;
    let event = AuditEvent::new(PersonFact::SignedIn, Subject::Person(signed_in.person), proved.person.by());
    unit.commit_without_session((), event).await?;
    Ok(NewSession { token, must_change_password, device: Some(device) })
}

/// Refuses more sign-ins of one person than anybody needs: each leaves rows behind. In a browser they have signed in with
/// there are some more, whoever else knows the password.
async fn not_too_often(unit: &mut Unit<'_>, person: PersonId, known: Option<&Secret>) -> Result<(), Failure> {
    let Some(why) = attempts::over(unit, &Key::sign_ins(person)).await? else { return Ok(()) };
    match known {
        Some(device) => attempts::note(unit, &Key::sign_ins_with(device, person)).await,
        None => Err(why.into()),
    }
}

/// Tells the person that somebody signed in with a browser that they have not signed in with before.
fn notify_of_new_browser(core: &Core, unit: &mut Unit<'_>, person: &PersonRecord) -> Result<(), Failure> {
    let caller = unit.caller();
    let language = person.language(caller.language);
    let at = Reader::new(language, person.time_zone.as_deref()).moment(unit.now());
    let letter = NewBrowser {
        name: &person.first_name,
        at: &at.text,
        browser: Browser::of(&caller.agent),
        ip: &caller.ip,
        forgot: core.config.public_url.to(paths::FORGOT),
        security: core.config.public_url.to(paths::SECURITY),
    };
    let rendered = templates::render(&core.letters, language, &letter)?;
    let mail = rendered.to(person.email.clone(), None);
    // A password that somebody else set opens nothing yet, and the address may be anybody's: no reason to refuse anything.
    unit.mail(if person.password_by == "other" { mail.dispensable() } else { mail });
    Ok(())
}
