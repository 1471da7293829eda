//! People: their addresses, and what an import may say of their passwords.

use super::{Check, Identity};
use crate::plan::Planned;
use crate::problem::{Place, TOO_COSTLY};
use crate::record::{Kind, Password, PersonRecord};
use portal::base::canon;
use portal::base::passwords;
use portal::records::rows::PersonRow;

/// What is said of a password that is dropped because the other system did not verify whose address it is.
const UNVERIFIED: &str = "dropped: the password, for the line is not verified and somebody had the address in the \
    portal already; they set a new one by Forgot your password?";

impl<'a> Check<'a> {
    pub(super) fn person(&mut self, place: &'a Place, record: &'a PersonRecord) {
        let world = self.world;
        let Some(found) = self.identify(Kind::Person, place, "", &record.id, &world.persons) else { return };
        let Ok(email_key) = canon::email_key(&record.email) else {
            return self.fail(place, "email", "not an email address");
        };
        let Identity { id, external_id, before } = self.joined(place, &record.id, &email_key, found);
        let kept = before.as_ref();
        // Nobody's password is theirs who only claimed the address (SECURITY T90).
        let known = kept.filter(|before| before.verified_at.is_some() || before.external_id == external_id);
        // INVARIANT: anybody can register an address in another system. To somebody who was in the portal before, a line
        // brings a password only if that system verified the very address that they have (SECURITY T90).
        let joined = kept.filter(|before| before.is_joined() || before.external_id != external_id);
        let is_theirs = joined.is_none_or(|before| record.verified && before.email_key == email_key);
        let (password_hash, password_by) = password(known, record.password.as_ref().filter(|_| is_theirs));
        if password_hash.is_none() && record.password.is_some() {
            self.warn(place, if is_theirs { TOO_COSTLY } else { UNVERIFIED });
        }
        let verified_at = match known {
            Some(before) => before.verified_at,
            None => record.verified.then_some(self.now.0),
        };
        let imported_email_key = if joined.is_some() { None } else { imported(kept, &email_key) };
        let (email, email_key, verified_at) = match kept.filter(|before| before.email_key != email_key) {
            // INVARIANT: only another address than the file gave last is a change: whoever moved to one of their own
            // since then keeps it (SECURITY T23). Whoever was in the portal before keeps theirs whatever the file says.
            Some(before) if joined.is_some() || !is_new_in_file(before, &email_key) => {
                (before.email.clone(), before.email_key.clone(), verified_at)
            }
            Some(_) => (record.email.to_string(), email_key, None),
            None => (record.email.to_string(), email_key, verified_at),
        };
        let mut after = PersonRow {
            id,
            external_id,
            email,
            imported_email_key,
            first_name: record.first_name.clone(),
            last_name: record.last_name.clone(),
            language: record
                .language
                .map(|language| language.tag().to_owned())
                .or(kept.and_then(|p| p.language.clone())),
            time_zone: record.time_zone.clone().or(kept.and_then(|p| p.time_zone.clone())),
            password_hash,
            password_by,
            verified_at,
            email_key,
        };
        if let Some(before) = joined.filter(|before| before.verified_at.is_some()) {
            keep_profile(&mut after, before);
        }
        self.persons.insert(after.id.clone(), self.plan.persons.len());
        self.plan.persons.push(Planned { before, after });
    }

    /// A person as they will be: the file's, else the one stored.
    pub(super) fn person_after(&self, id: &str) -> Option<&PersonRow> {
        match self.persons.get(id) {
            Some(at) => self.plan.persons.get(*at).map(|planned| &planned.after),
            None => self.world.persons.rows.get(id),
        }
    }
}

/// Whether the file gives a person another address than it did the last time. Of whoever was not imported before, it is
/// unknown: a proof is theirs.
fn is_new_in_file(before: &PersonRow, email_key: &str) -> bool {
    match &before.imported_email_key {
        Some(last) => last != email_key,
        None => before.verified_at.is_none(),
    }
}

/// What is remembered as the address that an import gave last. An export of what the portal made says nothing new.
fn imported(before: Option<&PersonRow>, email_key: &str) -> Option<String> {
    let said_nothing =
        before.is_some_and(|before| before.imported_email_key.is_none() && before.email_key == email_key);
    (!said_nothing).then(|| email_key.to_owned())
}

/// Leaves somebody what they call themselves and how they read.
fn keep_profile(after: &mut PersonRow, before: &PersonRow) {
    after.first_name.clone_from(&before.first_name);
    after.last_name.clone_from(&before.last_name);
    after.language.clone_from(&before.language);
    after.time_zone.clone_from(&before.time_zone);
}

/// INVARIANT: a password that is stored is never replaced. Since it was brought here its owner may have changed it, and
/// the first sign-in made a new hash of it; a file that is imported every night must not bring the old one back.
fn password(before: Option<&PersonRow>, brought: Option<&Password>) -> (Option<String>, String) {
    match (before, brought) {
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
