//! What the account has: services, domains, invoices, tickets, the data center, orders.

use crate::access::managing::needs;
use crate::access::rule::{Rule, Scope, Writes};
use crate::access::status::Kind;
use crate::access::{Deed, Denied, DomainTarget, Permit, ServiceTarget, Standing, sees_service};
use crate::id::{AccountId, DomainId, ServiceId};
use crate::operation::{DomainOperation, Operation, OperationSet};
use crate::privilege::Privilege;
use crate::right::Right;
use crate::rights::{Effective, ServiceSight};

/// What is done with what the account has.
#[derive(Debug, Clone, Copy)]
pub enum HoldingAction {
    /// Open My Services; which ones it lists is [`sees_service`].
    SeeServices,
    /// Look at one service.
    SeeService(ServiceTarget),
    /// Use an operation on a service.
    Operate(ServiceTarget, Operation),
    /// Open Domains; which ones it lists is [`Effective::sees_domain`].
    SeeDomains,
    /// Look at one domain.
    SeeDomain(DomainTarget),
    /// Look at the zone of a domain.
    SeeZone(DomainTarget),
    /// Use an operation on a domain.
    OperateDomain(DomainTarget, DomainOperation),
    /// See invoices.
    SeeInvoices,
    /// Pay an invoice.
    PayInvoice,
    /// See tickets.
    SeeTickets,
    /// Open the data center page.
    SeeDataCenter,
    /// Open the order page and place orders.
    PlaceOrder,
    /// See the account's SSH keys: to keep them, or to choose those of a server.
    SeeSshKeys,
    /// Add and remove them.
    KeepSshKeys,
}

impl HoldingAction {
    pub(super) fn rule(self, who: &Standing) -> Rule {
        let held = &who.effective;
        match self {
            Self::SeeServices => Rule::looks(Kind::Read, sees_some(held)),
            Self::SeeService(service) => Rule::looks(Kind::Read, sees(held, service)),
            Self::Operate(service, operation) => {
                let needed = operates(held, service, operation);
                Rule::writes(Kind::Business, Scope::Service(service.id), &[Deed::Operate], needed)
            }
            Self::SeeDomains => Rule::looks(Kind::Read, sees_domains(held.sees_domains())),
            Self::SeeDomain(domain) => Rule::looks(Kind::Read, sees_domains(held.sees_domain(domain.id))),
            Self::SeeZone(domain) => Rule::looks(Kind::Read, operates_domain(held, domain, DomainOperation::Dns)),
            Self::OperateDomain(domain, operation) => {
                let needed = operates_domain(held, domain, operation);
                Rule::writes(Kind::Business, Scope::Domain(domain.id), deeds_to_domain(operation), needed)
            }
            Self::SeeInvoices => Rule::looks(Kind::Records, needs(held, Privilege::BillingView)),
            Self::PayInvoice => Rule::looks(Kind::Change, needs(held, Privilege::BillingPay)),
            Self::SeeTickets => Rule::looks(Kind::Records, needs(held, Privilege::TicketsViewOwn)),
            Self::SeeDataCenter => Rule::looks(Kind::Read, needs(held, Privilege::DcView)),
            Self::PlaceOrder => Rule::looks(Kind::Business, needs(held, Privilege::OrdersPlace)),
            Self::SeeSshKeys => Rule::looks(Kind::Read, sees_keys(held)),
            Self::KeepSshKeys => {
                let needed = needs(held, Privilege::SshKeysManage);
                Rule::writes(Kind::Change, Scope::Account, &[Deed::KeepSshKeys], needed)
            }
        }
    }
}

/// The permit to write down how far an order is, and what it came to: it was handed over, whoever may do what by now.
pub const fn report(account: AccountId, service: ServiceId) -> Permit {
    Permit::new(account, None, Writes { scope: Scope::Service(service), deeds: &[Deed::Report] })
}

/// The permit to write down what came of a change of a zone: it was handed over, whoever may do what by now.
pub const fn report_zone(account: AccountId, domain: DomainId) -> Permit {
    Permit::new(account, None, Writes { scope: Scope::Domain(domain), deeds: &[Deed::ReportZone] })
}

fn sees_some(held: &Effective) -> Result<(), Denied> {
    match held.sight() {
        ServiceSight::Only([]) => Err(Denied::Missing(Right::Privilege(Privilege::ServicesView))),
        ServiceSight::Only(_) | ServiceSight::ExpiringAnd(_) | ServiceSight::All => Ok(()),
    }
}

fn sees(held: &Effective, service: ServiceTarget) -> Result<(), Denied> {
    if sees_service(held, service) { Ok(()) } else { Err(Denied::Missing(Right::Privilege(Privilege::ServicesView))) }
}

/// Whoever rebuilds a server says which keys it is to have.
fn sees_keys(held: &Effective) -> Result<(), Denied> {
    let rebuilds = |operations: OperationSet| operations.contains(Operation::Rebuild);
    if rebuilds(held.all_services()) || held.services().iter().any(|(_, operations)| rebuilds(*operations)) {
        return Ok(());
    }
    needs(held, Privilege::SshKeysManage)
}

fn operates(held: &Effective, service: ServiceTarget, operation: Operation) -> Result<(), Denied> {
    if held.operations_on(service.id).contains(operation) {
        Ok(())
    } else {
        Err(Denied::Missing(Right::Operation(operation)))
    }
}

/// What an operation on a domain writes.
const fn deeds_to_domain(operation: DomainOperation) -> &'static [Deed] {
    match operation {
        DomainOperation::Dns => &[Deed::ChangeZone],
        // Nothing of this is written yet.
        DomainOperation::Nameservers
        | DomainOperation::Whois
        | DomainOperation::Ownership
        | DomainOperation::Transfer => &[],
    }
}

const fn sees_domains(sees: bool) -> Result<(), Denied> {
    if sees { Ok(()) } else { Err(Denied::Missing(Right::Privilege(Privilege::DomainsView))) }
}

fn operates_domain(held: &Effective, domain: DomainTarget, operation: DomainOperation) -> Result<(), Denied> {
    if held.domain_operations_on(domain.id).contains(operation) {
        Ok(())
    } else {
        Err(Denied::Missing(Right::DomainOperation(operation)))
    }
}
