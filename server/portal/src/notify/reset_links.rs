//! Links to set a password, in mails.

use crate::base::error::Failure;
use crate::mail::templates;
use crate::notify::sign_in::ResetPassword;
use crate::records::persons::PersonRecord;
use crate::records::tokens;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::paths;
use domain::person::Language;

/// How long a link works that somebody asked for by themselves, in seconds.
const ASKED_FOR: i64 = 3_600;
/// How long the link of a new account's owner works, in seconds.
pub(crate) const NEW_ACCOUNT: i64 = 7 * 86_400;

/// The address of the page where a token is spent.
pub(crate) fn address(core: &Core, token: &str) -> String {
    core.config.public_url.to(&paths::reset(token))
}

/// Sends whoever asked for it a link to set a password, in `otherwise` when they have chosen no language.
pub(crate) async fn send(
    core: &Core,
    unit: &mut Unit<'_>,
    person: &PersonRecord,
    otherwise: Language,
) -> Result<(), Failure> {
    let token = tokens::issue(unit, person.person()?, ASKED_FOR).await?;
    let letter = ResetPassword { name: &person.first_name, link: address(core, &token), valid_seconds: ASKED_FOR };
    let language = person.language(otherwise);
    let rendered = templates::render(&core.letters, language, &letter)?;
    unit.mail(rendered.to(person.email.clone(), None).counted());
    Ok(())
}
