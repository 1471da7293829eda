//! What choosing a new password has in common, whoever it is and however they came to it.

use crate::core::Core;
use crate::error::Failure;
use crate::mail::templates::{self, Letter};
use crate::moment::Reader;
use crate::people::passwords;
use crate::people::store::PersonRecord;
use crate::unit::Unit;
use domain::error::{FieldProblem, PortalError, Problem};
use domain::text::Secret;

/// Whether the new password does and was typed twice.
pub(crate) fn judge(core: &Core, person: &PersonRecord, password: &Secret, again: &Secret) -> Result<(), PortalError> {
    let mut fields = Vec::new();
    let words = person.own_words(&core.config.provider.name);
    if let Err(problem) = passwords::check(password, core.config.password_min, &words) {
        fields.push(FieldProblem { field: "password".to_owned(), problem });
    } else if password != again {
        fields.push(FieldProblem { field: "again".to_owned(), problem: Problem::PasswordsDiffer });
    }
    if fields.is_empty() { Ok(()) } else { Err(PortalError::Invalid { fields }) }
}

/// Tells the person by mail that their password is another one now.
pub(crate) fn tell(core: &Core, unit: &mut Unit<'_>, person: &PersonRecord) -> Result<(), Failure> {
    let language = person.language(unit.caller().language);
    let at = Reader::new(language, person.time_zone.as_deref()).moment(unit.now());
    let forgot = format!("{}/forgot", core.config.public_url);
    let letter = Letter::PasswordChanged { name: &person.first_name, at: &at.text, forgot: &forgot };
    let rendered = templates::render(&core.letters, language, &letter)?;
    unit.mail(rendered.to(person.email.clone(), None));
    Ok(())
}
