//! What the account has.

use crate::people::{EXAMPLE_COM, EXAMPLE_NET, WEB_01, WEB_02};
use crate::{Family, Questions};
use domain::access::{DomainTarget, HoldingAction, ServiceTarget};
use domain::operation::{DomainOperation, Operation};

pub const FAMILY: Family = Family { name: "holdings", on_account, ..Family::NOTHING };

fn on_account(questions: &mut Questions<'_>) {
    let web_01 = ServiceTarget { id: WEB_01, expiring: false };
    let web_02_expiring = ServiceTarget { id: WEB_02, expiring: true };
    questions.ask("see services", HoldingAction::SeeServices);
    questions.ask("see web-01", HoldingAction::SeeService(web_01));
    questions.ask("see expiring web-02", HoldingAction::SeeService(web_02_expiring));
    questions.ask("power web-01", HoldingAction::Operate(web_01, Operation::Power));
    questions.ask("rebuild web-01", HoldingAction::Operate(web_01, Operation::Rebuild));
    questions.ask("look at the console of web-01", HoldingAction::Operate(web_01, Operation::ConsoleView));
    questions.ask("type on the console of web-01", HoldingAction::Operate(web_01, Operation::Console));
    questions.ask("renew web-02", HoldingAction::Operate(web_02_expiring, Operation::Renew));
    let (com, net) = (DomainTarget { id: EXAMPLE_COM }, DomainTarget { id: EXAMPLE_NET });
    questions.ask("see domains", HoldingAction::SeeDomains);
    questions.ask("see example.com", HoldingAction::SeeDomain(com));
    questions.ask("see example.net", HoldingAction::SeeDomain(net));
    questions.ask("zone of example.com", HoldingAction::SeeZone(com));
    questions.ask("zone of example.net", HoldingAction::SeeZone(net));
    questions.ask("DNS of example.com", HoldingAction::OperateDomain(com, DomainOperation::Dns));
    questions.ask("DNS of example.net", HoldingAction::OperateDomain(net, DomainOperation::Dns));
    questions.ask("name servers of example.com", HoldingAction::OperateDomain(com, DomainOperation::Nameservers));
    questions.ask("WHOIS of example.com", HoldingAction::OperateDomain(com, DomainOperation::Whois));
    questions.ask("owner of example.com", HoldingAction::OperateDomain(com, DomainOperation::Ownership));
    questions.ask("transfer of example.com", HoldingAction::OperateDomain(com, DomainOperation::Transfer));
    questions.ask("see invoices", HoldingAction::SeeInvoices);
    questions.ask("pay invoice", HoldingAction::PayInvoice);
    questions.ask("see tickets", HoldingAction::SeeTickets);
    questions.ask("see data center", HoldingAction::SeeDataCenter);
    questions.ask("place order", HoldingAction::PlaceOrder);
    questions.ask("see SSH keys", HoldingAction::SeeSshKeys);
    questions.ask("keep SSH keys", HoldingAction::KeepSshKeys);
}
