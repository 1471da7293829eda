//! Writes a plan. Everything that is new goes in by hundreds; what is different is written row by row.

mod contacts;
mod grants;
mod holdings;

use crate::base::dialect::both;
use crate::base::error::Failure;
use crate::import::plan::{Plan, Planned};
use crate::import::rows::{AccountRow, PersonRow};
use crate::import::sql::write;
use crate::membership::credentials;
use crate::notify::sign_in::tell_of_new_password;
use crate::profile::letters;
use crate::records::invitations;
use crate::records::persons as store;
use crate::unit::Unit;
use crate::unit::core::Core;

/// The rows to be added, apart from those to be changed.
fn apart<R: PartialEq>(planned: &[Planned<R>]) -> (Vec<&R>, Vec<&R>) {
    let (new, old): (Vec<&Planned<R>>, Vec<&Planned<R>>) =
        planned.iter().filter(|row| row.is_change()).partition(|row| row.before.is_none());
    (new.into_iter().map(|row| &row.after).collect(), old.into_iter().map(|row| &row.after).collect())
}

/// Writes everything. `on_rows` is told how many rows of the file were written.
pub(crate) async fn load(
    core: &Core,
    unit: &mut Unit<'_>,
    plan: &Plan,
    on_rows: &mut (dyn FnMut(usize) + Send),
) -> Result<(), Failure> {
    accounts(unit, &plan.accounts, on_rows).await?;
    persons(core, unit, &plan.persons, on_rows).await?;
    holdings::services(unit, &plan.services, on_rows).await?;
    holdings::domains(unit, &plan.domains, on_rows).await?;
    holdings::invoices(unit, &plan.invoices, on_rows).await?;
    contacts::contacts(unit, plan, on_rows).await
}

async fn accounts(
    unit: &mut Unit<'_>,
    planned: &[Planned<AccountRow>],
    on_rows: &mut (dyn FnMut(usize) + Send),
) -> Result<(), Failure> {
    let (new, changed) = apart(planned);
    let (now, dialect) = (unit.now().0, unit.dialect());
    let statement = both!(
        "INSERT INTO accounts (id, external_id, name, status, currency, hand_out, created_at) \
         SELECT e.value ->> 'id', e.value ->> 'external_id', e.value ->> 'name', e.value ->> 'status', \
         e.value ->> 'currency', e.value ->> 'hand_out', $2 FROM ",
        rows("$1"),
        " WHERE TRUE"
    );
    write(unit.connection(), dialect, statement, &new, now, on_rows).await?;
    for row in changed {
        sqlx::query(
            "UPDATE accounts SET name = $2, status = $3, currency = $4, hand_out = $5, version = version + 1 \
             WHERE id = $1",
        )
        .bind(&row.id)
        .bind(&row.name)
        .bind(&row.status)
        .bind(&row.currency)
        .bind(&row.hand_out)
        .execute(unit.connection())
        .await?;
        on_rows(1);
    }
    Ok(())
}

async fn persons(
    core: &Core,
    unit: &mut Unit<'_>,
    planned: &[Planned<PersonRow>],
    on_rows: &mut (dyn FnMut(usize) + Send),
) -> Result<(), Failure> {
    for Planned { before, after } in planned {
        let Some(before) = before else { continue };
        if before.external_id != after.external_id {
            take_claim(core, unit, after).await?;
        }
        if before.email_key != after.email_key {
            move_away(core, unit, after).await?;
        }
    }
    let (new, changed) = apart(planned);
    let (now, dialect) = (unit.now().0, unit.dialect());
    let statement = both!(
        "INSERT INTO persons (id, external_id, email, email_key, imported_email_key, first_name, last_name, \
         language, time_zone, password_hash, password_by, verified_at, created_at) \
         SELECT e.value ->> 'id', e.value ->> 'external_id', e.value ->> 'email', e.value ->> 'email_key', \
         e.value ->> 'imported_email_key', e.value ->> 'first_name', e.value ->> 'last_name', \
         e.value ->> 'language', e.value ->> 'time_zone', \
         e.value ->> 'password_hash', e.value ->> 'password_by', CAST(e.value ->> 'verified_at' AS BIGINT), $2 \
         FROM ",
        rows("$1"),
        " WHERE TRUE"
    );
    write(unit.connection(), dialect, statement, &new, now, on_rows).await?;
    for row in changed {
        update_person(unit, row).await?;
        on_rows(1);
    }
    Ok(())
}

/// INVARIANT: whoever only claimed the address gets nothing with it (SECURITY T90). Its mailbox is told.
async fn take_claim(core: &Core, unit: &mut Unit<'_>, after: &PersonRow) -> Result<(), Failure> {
    let id = after.id.parse()?;
    let Some(person) = store::by_id(unit.connection(), id).await? else { return Ok(()) };
    let is_theirs = credentials::revoke_login_unless_proved(unit, id).await?;
    if !is_theirs && person.password_hash.is_some() {
        tell_of_new_password(core, unit, &person)?;
    }
    Ok(())
}

/// Ends what hangs on the old address, as when its person moves by hand, and tells it. Two people may exchange addresses:
/// nobody has the old ones while the new ones are written.
async fn move_away(core: &Core, unit: &mut Unit<'_>, after: &PersonRow) -> Result<(), Failure> {
    let id = after.id.parse()?;
    let Some(person) = store::by_id(unit.connection(), id).await? else { return Ok(()) };
    credentials::end_everything(unit, id).await?;
    invitations::void(unit, &person.email_key).await?;
    letters::changed(core, unit, &person, &after.email)?;
    sqlx::query("UPDATE persons SET email_key = '~' || id WHERE id = $1")
        .bind(&after.id)
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Whoever chooses a password, moves to another address or proves theirs meanwhile keeps that: the row itself decides,
/// not what was read.
async fn update_person(unit: &mut Unit<'_>, row: &PersonRow) -> Result<(), Failure> {
    sqlx::query(
        "UPDATE persons SET email = CASE WHEN email_key IN ($3, '~' || id) THEN $2 ELSE email END, \
         email_key = CASE WHEN email_key = '~' || id THEN $3 ELSE email_key END, \
         first_name = $4, last_name = $5, language = $6, time_zone = $7, \
         password_hash = COALESCE(password_hash, $8), \
         password_by = CASE WHEN password_hash IS NULL THEN $9 ELSE password_by END, \
         verified_at = CASE WHEN email_key = '~' || id THEN NULL ELSE COALESCE(verified_at, $10) END, \
         external_id = $11, imported_email_key = $12, version = version + 1 WHERE id = $1",
    )
    .bind(&row.id)
    .bind(&row.email)
    .bind(&row.email_key)
    .bind(&row.first_name)
    .bind(&row.last_name)
    .bind(row.language.clone())
    .bind(row.time_zone.clone())
    .bind(row.password_hash.clone())
    .bind(&row.password_by)
    .bind(row.verified_at)
    .bind(row.external_id.clone())
    .bind(row.imported_email_key.clone())
    .execute(unit.connection())
    .await?;
    Ok(())
}
