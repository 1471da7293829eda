//! What an account has, as the pages call it.

mod people;
mod usage;

pub use people::{ServicePeople, ServicePerson};
pub use usage::{ServiceUsage, USAGE_HOURS, Usage, UsageHour};

use crate::acting::Acting;
use crate::billing::{InvoiceQuery, InvoiceRow};
use crate::caller::Caller;
use crate::domains::{DomainList, DomainPage, DomainQuery};
use crate::error::PortalError;
use crate::id::{DomainId, ServiceId};
use crate::list::Page;
use crate::service::{ServiceCounts, ServicePage, ServiceQuery, ServiceRow};
use async_trait::async_trait;

/// What an account has: services, domains, invoices; each list holds just what the caller may see.
#[async_trait]
pub trait Holdings: Send + Sync {
    /// A page of the services.
    async fn services(
        &self,
        caller: &Caller,
        acting: Acting,
        query: ServiceQuery,
    ) -> Result<Page<ServiceRow>, PortalError>;
    /// How many there are around it.
    async fn service_counts(
        &self,
        caller: &Caller,
        acting: Acting,
        query: ServiceQuery,
    ) -> Result<ServiceCounts, PortalError>;
    /// One service.
    ///
    /// # Errors
    /// `NotFound` for one that the caller does not see, as for one that there is not.
    async fn service(&self, caller: &Caller, acting: Acting, service: ServiceId) -> Result<ServicePage, PortalError>;
    /// Who can do what on it, page by page.
    ///
    /// # Errors
    /// `Denied` to those who do not see the account's contacts; else the same.
    async fn service_people(
        &self,
        caller: &Caller,
        acting: Acting,
        service: ServiceId,
        cursor: String,
    ) -> Result<ServicePeople, PortalError>;
    /// What was measured of it over the last day.
    ///
    /// # Errors
    /// The same as for the service.
    async fn service_usage(
        &self,
        caller: &Caller,
        acting: Acting,
        service: ServiceId,
    ) -> Result<ServiceUsage, PortalError>;
    /// A page of the domains, by name.
    async fn domains(&self, caller: &Caller, acting: Acting, query: DomainQuery) -> Result<DomainList, PortalError>;
    /// One domain.
    async fn domain(&self, caller: &Caller, acting: Acting, domain: DomainId) -> Result<DomainPage, PortalError>;
    /// A page of the invoices, latest first.
    async fn invoices(
        &self,
        caller: &Caller,
        acting: Acting,
        query: InvoiceQuery,
    ) -> Result<Page<InvoiceRow>, PortalError>;
}
