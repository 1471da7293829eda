//! Contacts as rows.

use super::grants;
use crate::base::dialect::{Both, both};
use crate::base::error::Failure;
use crate::import::plan::{Plan, Planned};
use crate::import::rows::{ContactRow, FullContact};
use crate::import::sql::{AT_ONCE, write};
use crate::unit::Unit;

/// Writes contacts with everything that goes with them.
pub(super) async fn contacts(
    unit: &mut Unit<'_>,
    plan: &Plan,
    on_rows: &mut (dyn FnMut(usize) + Send),
) -> Result<(), Failure> {
    let written = plan.contacts.iter().chain(&plan.followers).filter(|contact| contact.is_change());
    let (new, changed): (Vec<&Planned<FullContact>>, Vec<&Planned<FullContact>>) =
        written.partition(|contact| contact.before.is_none());
    for contact in changed.iter().filter(|contact| contact.is_moved()) {
        release_contact(unit, &contact.after.row).await?;
    }
    for contact in &changed {
        update_contact(unit, &contact.after.row, contact.differs_beyond_mail()).await?;
    }
    for some in changed.chunks(AT_ONCE) {
        grants::write_differences(unit, some).await?;
        on_rows(some.len());
    }
    for some in new.chunks(AT_ONCE) {
        let rows: Vec<&ContactRow> = some.iter().map(|contact| &contact.after.row).collect();
        let (now, dialect) = (unit.now().0, unit.dialect());
        write(unit.connection(), dialect, ADD_CONTACTS, &rows, now, &mut |_| {}).await?;
        grants::write_differences(unit, some).await?;
        on_rows(some.len());
    }
    Ok(())
}

const ADD_CONTACTS: Both = both!(
    "INSERT INTO contacts (account_id, id, external_id, person_id, owner, rank, state, \
    first_name, last_name, email, email_key, phone, note, template, ends_at, ends_at_as_contact, notifications_set, \
    sort_name, search_text, created_at, updated_at) \
    SELECT e.value ->> 'account_id', e.value ->> 'id', e.value ->> 'external_id', e.value ->> 'person_id', \
    e.value ->> 'owner', CASE WHEN e.value ->> 'owner' IS NULL THEN 1 ELSE 0 END, e.value ->> 'state', \
    e.value ->> 'first_name', e.value ->> 'last_name', e.value ->> 'email', e.value ->> 'email_key', \
    e.value ->> 'phone', e.value ->> 'note', e.value ->> 'template', \
    CASE WHEN e.value ->> 'owner' IS NULL THEN CAST(e.value ->> 'ends_at' AS BIGINT) END, \
    CASE WHEN e.value ->> 'owner' IS NULL THEN NULL ELSE CAST(e.value ->> 'ends_at' AS BIGINT) END, \
    CAST(e.value ->> 'notifications_set' AS BIGINT), e.value ->> 'sort_name', e.value ->> 'search_text', $2, $2 \
    FROM ",
    rows("$1"),
    " WHERE TRUE"
);

/// Contacts may exchange address, person or ownership: nobody has them while the new ones are written.
async fn release_contact(unit: &mut Unit<'_>, row: &ContactRow) -> Result<(), Failure> {
    sqlx::query(
        "UPDATE contacts SET email_key = '~' || id, person_id = NULL, owner = NULL, rank = 1 \
         WHERE account_id = $1 AND id = $2",
    )
    .bind(&row.account_id)
    .bind(&row.id)
    .execute(unit.connection())
    .await?;
    Ok(())
}

async fn update_contact(unit: &mut Unit<'_>, row: &ContactRow, is_new_version: bool) -> Result<(), Failure> {
    let now = unit.now().0;
    sqlx::query(
        "UPDATE contacts SET person_id = $3, owner = $4, rank = $5, state = $6, first_name = $7, last_name = $8, \
         email = $9, email_key = $10, phone = $11, note = $12, template = $13, notifications_set = $15, \
         ends_at = CASE WHEN $5 = 1 THEN CAST($14 AS BIGINT) ELSE NULL END, \
         ends_at_as_contact = CASE WHEN $5 = 1 THEN NULL ELSE CAST($14 AS BIGINT) END, \
         sort_name = $16, search_text = $17, updated_at = $18, version = version + $19 \
         WHERE account_id = $1 AND id = $2",
    )
    .bind(&row.account_id)
    .bind(&row.id)
    .bind(row.person_id.clone())
    .bind(row.owner.clone())
    .bind(i64::from(row.owner.is_none()))
    .bind(&row.state)
    .bind(&row.first_name)
    .bind(&row.last_name)
    .bind(&row.email)
    .bind(&row.email_key)
    .bind(&row.phone)
    .bind(&row.note)
    .bind(row.template.clone())
    .bind(row.ends_at)
    .bind(row.notifications_set)
    .bind(&row.sort_name)
    .bind(&row.search_text)
    .bind(now)
    .bind(i64::from(is_new_version))
    .execute(unit.connection())
    .await?;
    Ok(())
}
