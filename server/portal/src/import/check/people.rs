//! People: their addresses, and what an import may say of their passwords.

use super::{Check, Identity};
use crate::canon;
use crate::import::plan::Planned;
use crate::import::problem::Place;
use crate::import::read::TOO_COSTLY;
use crate::import::record::{Kind, PersonRecord};
use crate::import::rows::PersonRow;
use crate::people::passwords;

impl<'a> Check<'a> {
    pub(super) fn person(&mut self, place: &'a Place, record: &'a PersonRecord) {
        let world = self.world;
        let Some(found) = self.identify(Kind::Person, place, "", &record.id, &world.persons) else { return };
        let Identity { id, external_id, before } = found;
        let Ok(email_key) = canon::email_key(&record.email) else {
            return self.fail(place, "email", "not an e-mail address");
        };
        let (password_hash, password_by) = password(before.as_ref(), record);
        if password_hash.is_none() && record.password.is_some() {
            self.plan.notes.push((place.clone(), TOO_COSTLY));
        }
        let kept = before.as_ref();
        let after = PersonRow {
            id,
            external_id,
            email: record.email.to_string(),
            first_name: record.first_name.clone(),
            last_name: record.last_name.clone(),
            language: record
                .language
                .map(|language| language.tag().to_owned())
                .or(kept.and_then(|p| p.language.clone())),
            time_zone: record.time_zone.clone().or(kept.and_then(|p| p.time_zone.clone())),
            password_hash,
            password_by,
            verified_at: self.verified_at(kept, record, &email_key),
            email_key,
        };
        self.persons.insert(after.id.clone(), self.plan.persons.len());
        self.plan.persons.push(Planned { before, after });
    }

    /// A proof holds for the address it was given for.
    fn verified_at(&self, before: Option<&PersonRow>, record: &PersonRecord, email_key: &str) -> Option<i64> {
        let proved = before.filter(|before| before.email_key == email_key).and_then(|before| before.verified_at);
        proved.or(record.verified.then_some(self.now.0))
    }

    /// A person as they will be: the file's, else the one stored.
    pub(super) fn person_after(&self, id: &str) -> Option<&PersonRow> {
        match self.persons.get(id) {
            Some(at) => self.plan.persons.get(*at).map(|planned| &planned.after),
            None => self.world.persons.rows.get(id),
        }
    }
}

/// INVARIANT: a password that is stored is never replaced. Since it was brought here its owner may have changed it, and
/// the first sign-in made a new hash of it; a file that is imported every night must not bring the old one back.
fn password(before: Option<&PersonRow>, record: &PersonRecord) -> (Option<String>, String) {
    match (before, &record.password) {
        (Some(before), _) if before.password_hash.is_some() => {
            (before.password_hash.clone(), before.password_by.clone())
        }
        (_, Some(password)) if passwords::is_usable_hash(&password.hash) => {
            (Some(password.hash.clone()), password.by.key().to_owned())
        }
        (Some(before), _) => (None, before.password_by.clone()),
        (None, _) => (None, "none".to_owned()),
    }
}
