//! What the account has: services, domains, invoices, tickets, the data center, orders.

use crate::access::managing::needs;
use crate::access::rule::Rule;
use crate::access::status::Kind;
use crate::access::{Denied, ServiceTarget, Standing, sees_service};
use crate::operation::Operation;
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
    /// List domains.
    SeeDomains,
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
}

impl HoldingAction {
    // Nothing of this is written yet, so there are no deeds.
    pub(super) fn rule(self, who: &Standing) -> Rule {
        let held = &who.effective;
        match self {
            Self::SeeServices => Rule::looks(Kind::Read, sees_some(held)),
            Self::SeeService(service) => Rule::looks(Kind::Read, sees(held, service)),
            Self::Operate(service, operation) => Rule::looks(Kind::Business, operates(held, service, operation)),
            Self::SeeDomains => Rule::looks(Kind::Read, needs(held, Privilege::DomainsView)),
            Self::SeeInvoices => Rule::looks(Kind::Records, needs(held, Privilege::BillingView)),
            Self::PayInvoice => Rule::looks(Kind::Change, needs(held, Privilege::BillingPay)),
            Self::SeeTickets => Rule::looks(Kind::Records, needs(held, Privilege::TicketsViewOwn)),
            Self::SeeDataCenter => Rule::looks(Kind::Read, needs(held, Privilege::DcView)),
            Self::PlaceOrder => Rule::looks(Kind::Business, needs(held, Privilege::OrdersPlace)),
        }
    }
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

fn operates(held: &Effective, service: ServiceTarget, operation: Operation) -> Result<(), Denied> {
    if held.operations_on(service.id).contains(operation) {
        Ok(())
    } else {
        Err(Denied::Missing(Right::Operation(operation)))
    }
}
