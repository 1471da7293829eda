//! What an account has, as the pages call it.

use crate::acting::Acting;
use crate::billing::{InvoiceQuery, InvoiceRow};
use crate::caller::Caller;
use crate::domains::{DomainQuery, DomainRow};
use crate::error::PortalError;
use crate::list::Page;
use crate::service::{ServiceQuery, ServiceRow};
use async_trait::async_trait;

/// What an account has: services, domains, invoices; each list holds just what the caller may see.
#[async_trait]
pub trait Holdings: Send + Sync {
    /// A page of the services, by name.
    async fn services(
        &self,
        caller: &Caller,
        acting: Acting,
        query: ServiceQuery,
    ) -> Result<Page<ServiceRow>, PortalError>;
    /// A page of the domains, by name.
    async fn domains(
        &self,
        caller: &Caller,
        acting: Acting,
        query: DomainQuery,
    ) -> Result<Page<DomainRow>, PortalError>;
    /// A page of the invoices, latest first.
    async fn invoices(
        &self,
        caller: &Caller,
        acting: Acting,
        query: InvoiceQuery,
    ) -> Result<Page<InvoiceRow>, PortalError>;
}
