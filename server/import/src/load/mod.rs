//! Writes a plan. Everything that is new goes in by hundreds; what is different is written row by row.

mod contacts;
mod holdings;

use crate::plan::{Plan, Planned};
use domain::access::Authority;
use portal::Opened;
use portal::base::error::Failure;
use portal::records::accounts;
use portal::records::persons;
use portal::records::rows::{AccountRow, Permitted, PersonRow, Row};
use portal::unit::Unit;

/// How many rows go into one statement.
const AT_ONCE: usize = 500;

/// The rows to be added, apart from those to be changed.
fn apart<R: PartialEq>(planned: &[Planned<R>]) -> (Vec<&R>, Vec<&R>) {
    let (new, old): (Vec<&Planned<R>>, Vec<&Planned<R>>) =
        planned.iter().filter(|row| row.is_change()).partition(|row| row.before.is_none());
    (new.into_iter().map(|row| &row.after).collect(), old.into_iter().map(|row| &row.after).collect())
}

/// The same, each with the authority for its account.
fn permitted_apart<R: PartialEq + Row>(planned: &[Planned<R>]) -> Result<Apart<'_, R>, Failure> {
    let (new, changed) = apart(planned);
    let new = new.into_iter().map(permitted).collect::<Result<_, _>>()?;
    let changed = changed.into_iter().map(permitted).collect::<Result<_, _>>()?;
    Ok((new, changed))
}

type Apart<'p, R> = (Vec<Permitted<'p, R>>, Vec<Permitted<'p, R>>);

fn permitted<R: Row>(row: &R) -> Result<Permitted<'_, R>, Failure> {
    Ok((Authority::import(row.account().parse()?), row))
}

/// Writes everything. `on_rows` is told how many rows of the file were written.
pub(crate) async fn load(
    portal: &Opened,
    unit: &mut Unit<'_>,
    plan: &Plan,
    on_rows: &mut (dyn FnMut(usize) + Send),
) -> Result<(), Failure> {
    accounts(unit, &plan.accounts, on_rows).await?;
    persons(portal, unit, &plan.persons, on_rows).await?;
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
    for some in new.chunks(AT_ONCE) {
        let rows = some.iter().map(|row| account(row)).collect::<Result<Vec<_>, _>>()?;
        accounts::add(unit, &rows).await?;
        on_rows(some.len());
    }
    for row in changed {
        accounts::update(unit, account(row)?).await?;
        on_rows(1);
    }
    Ok(())
}

/// An account's row names no other account than its own.
fn account(row: &AccountRow) -> Result<Permitted<'_, AccountRow>, Failure> {
    Ok((Authority::import(row.id.parse()?), row))
}

async fn persons(
    portal: &Opened,
    unit: &mut Unit<'_>,
    planned: &[Planned<PersonRow>],
    on_rows: &mut (dyn FnMut(usize) + Send),
) -> Result<(), Failure> {
    for Planned { before, after } in planned {
        let Some(before) = before else { continue };
        if before.external_id != after.external_id {
            portal.take_claim(unit, after.id.parse()?).await?;
        }
        if before.email_key != after.email_key {
            portal.move_away(unit, after.id.parse()?, &after.email).await?;
        }
    }
    let (new, changed) = apart(planned);
    for some in new.chunks(AT_ONCE) {
        persons::provision(unit, some).await?;
        on_rows(some.len());
    }
    for row in changed {
        persons::overwrite(unit, row).await?;
        on_rows(1);
    }
    Ok(())
}
