//! Services, domains and invoices.

use crate::load::{AT_ONCE, permitted_apart};
use crate::plan::Planned;
use portal::base::error::Failure;
use portal::records::holdings;
use portal::records::rows::{DomainRow, InvoiceRow, ServiceRow};
use portal::unit::Unit;

pub(super) async fn services(
    unit: &mut Unit<'_>,
    planned: &[Planned<ServiceRow>],
    on_rows: &mut (dyn FnMut(usize) + Send),
) -> Result<(), Failure> {
    let (new, changed) = permitted_apart(planned)?;
    for some in new.chunks(AT_ONCE) {
        holdings::add_services(unit, some).await?;
        on_rows(some.len());
    }
    for row in changed {
        holdings::update_service(unit, row).await?;
        on_rows(1);
    }
    Ok(())
}

pub(super) async fn domains(
    unit: &mut Unit<'_>,
    planned: &[Planned<DomainRow>],
    on_rows: &mut (dyn FnMut(usize) + Send),
) -> Result<(), Failure> {
    let (new, changed) = permitted_apart(planned)?;
    for some in new.chunks(AT_ONCE) {
        holdings::add_domains(unit, some).await?;
        on_rows(some.len());
    }
    for row in changed {
        holdings::update_domain(unit, row).await?;
        on_rows(1);
    }
    Ok(())
}

pub(super) async fn invoices(
    unit: &mut Unit<'_>,
    planned: &[Planned<InvoiceRow>],
    on_rows: &mut (dyn FnMut(usize) + Send),
) -> Result<(), Failure> {
    let (new, changed) = permitted_apart(planned)?;
    for some in new.chunks(AT_ONCE) {
        holdings::add_invoices(unit, some).await?;
        on_rows(some.len());
    }
    for row in changed {
        holdings::update_invoice(unit, row).await?;
        on_rows(1);
    }
    Ok(())
}
