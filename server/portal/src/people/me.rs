//! Whoever is signed in.

use crate::base::error::Failure;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::caller::Caller;
use domain::error::PortalError;
use domain::person::Me;

pub(crate) async fn me(core: &Core, caller: &Caller) -> Result<Me, Failure> {
    let signed_in = caller.signed_in().ok_or(PortalError::SignInRequired)?;
    let mut unit = Unit::read(&core.database, caller).await?;
    let author = unit.author().await?;
    let (accounts,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM contacts WHERE person_id = $1 AND state = 'active' AND (ends_at IS NULL OR ends_at > $2)",
    )
    .bind(signed_in.person.to_string())
    .bind(caller.now.0)
    .fetch_one(unit.connection())
    .await?;
    Ok(Me {
        person: signed_in.person,
        today: author.reader.date(caller.now).text,
        name: author.name,
        email: author.email,
        accounts: usize::try_from(accounts).unwrap_or(0),
        must_change_password: signed_in.must_change_password,
    })
}
