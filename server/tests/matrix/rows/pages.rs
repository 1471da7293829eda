//! The pages, and parts of them.

use super::forms::{Form, form};
use super::{Inputs, Needs, Row};
use crate::made::Fresh;
use crate::reference::{Deed, GivenRights};
use domain::access::{AccountAction, ContactAction, HoldingAction, RightsAction};
use domain::operation::Operation;
use domain::ownership::TransferVerb;

/// Every page; those of an account stand for their views too.
pub fn pages() -> Vec<Row> {
    [of_anybody(), of_a_person(), of_the_first_page(), of_an_account(), of_search(), of_contacts(), of_rules()]
        .into_iter()
        .flatten()
        .collect()
}

fn of_anybody() -> Vec<Row> {
    vec![
        Row::new("/sign-in", Needs::Nothing),
        Row::new("/forgot", Needs::Nothing),
        Row::new("/reset/{token}", Needs::Nothing).on(Fresh::ResetLink),
        Row::new("/invitations/{token}", Needs::Nothing).on(Fresh::Invitation),
        Row::new("/verify/{token}", Needs::Nothing).on(Fresh::EmailLink),
    ]
}

fn of_a_person() -> Vec<Row> {
    vec![
        Row::new("/", Needs::OwnPassword),
        Row::new("/accounts", Needs::OwnPassword),
        Row::new("/accounts", Needs::OwnPassword)
            .with(|_| form([("part", "switcher")]))
            .showing(Needs::OwnPassword, |_| "data-part=\"accounts\"".to_owned()),
        Row::new("/outbound/{token}", Needs::OwnPassword)
            .on(Fresh::OutboundLink)
            .showing(Needs::OwnPassword, |_| "data-onward".to_owned()),
        Row::new("/me/security", Needs::SignIn).showing(Needs::OwnPassword, |_| "class=\"sessions\"".to_owned()),
        Row::new("/me", Needs::OwnPassword).showing(Needs::OwnPassword, |_| "name=\"change[version]\"".to_owned()),
    ]
}

/// The parts of an account's first page.
fn of_the_first_page() -> Vec<Row> {
    let first = || Row::new("/a/{account}", Needs::on_account(AccountAction::SeeDashboard));
    vec![
        first(),
        first().showing(Needs::on_account(HoldingAction::SeeServices), |_| "class=\"service-list\"".to_owned()),
        first().showing(Needs::on_account(HoldingAction::SeeDomains), |_| "/domains\" class=\"number\"".to_owned()),
        first().showing(Needs::on_account(HoldingAction::SeeInvoices), |_| "class=\"billed\"".to_owned()),
        first().showing(Needs::on_account(ContactAction::List), |_| "/contacts\" class=\"number\"".to_owned()),
        first().showing(Needs::on_account(AccountAction::SeeActivity), |_| "class=\"recent\"".to_owned()),
    ]
}

fn of_an_account() -> Vec<Row> {
    vec![
        Row::new("/a/{account}/services", Needs::on_account(HoldingAction::SeeServices)),
        Row::new("/a/{account}/services", Needs::on_account(HoldingAction::SeeServices))
            .with(|_| form([("show", "expiring")])),
        Row::new("/a/{account}/services/{service}", Needs::Service(None)),
        Row::new("/a/{account}/services/{service}", Needs::Service(None)).showing(
            Needs::Service(Some(ContactAction::List.into())),
            // The tab.
            |_| "/people\" class=\"tab\"".to_owned(),
        ),
        Row::new("/a/{account}/services/{service}", Needs::Service(None))
            .showing(Needs::Operate(Operation::Power), |_| "action=\"/fn/operations/power\"".to_owned()),
        Row::new("/a/{account}/services/power", Needs::on_account(HoldingAction::SeeServices)),
        Row::new("/a/{account}/services/{service}/rebuild", Needs::Operate(Operation::Rebuild)),
        Row::new("/a/{account}/services/{service}/backups", Needs::Operate(Operation::Backup)),
        Row::new("/a/{account}/services/{service}/network", Needs::Operate(Operation::Network)),
        Row::new("/a/{account}/services/{service}/credentials", Needs::Operate(Operation::Credentials)),
        Row::new("/a/{account}/services/{service}/people", Needs::Service(Some(ContactAction::List.into()))),
        Row::new("/a/{account}/services/{service}/console", Needs::Operate(Operation::ConsoleView)),
        Row::new("/a/{account}/services/{service}/usage", Needs::Service(None)),
        Row::new("/a/{account}/ssh-keys", Needs::on_account(HoldingAction::SeeSshKeys)),
        Row::new("/a/{account}/ssh-keys", Needs::on_account(HoldingAction::SeeSshKeys))
            .showing(Needs::on_account(HoldingAction::KeepSshKeys), |_| "action=\"/fn/ssh_keys/add\"".to_owned()),
        Row::new("/a/{account}/domains", Needs::on_account(HoldingAction::SeeDomains)),
        Row::new("/a/{account}/domains", Needs::on_account(HoldingAction::SeeDomains))
            .with(|_| form([("show", "expiring")])),
        Row::new("/a/{account}/domains/{domain}", Needs::Domain),
        Row::new("/a/{account}/domains/{domain}/dns", Needs::Zone),
        Row::new("/a/{account}/domains/{domain}/dns/import", Needs::ChangeZone),
        Row::new("/a/{account}/domains/{domain}/dns/export", Needs::Zone),
        Row::new("/a/{account}/billing", Needs::on_account(HoldingAction::SeeInvoices)),
        Row::new("/a/{account}/billing", Needs::on_account(HoldingAction::SeeInvoices))
            .with(|_| form([("show", "unpaid")])),
        Row::new("/a/{account}/tickets", Needs::on_account(HoldingAction::SeeTickets)),
        Row::new("/a/{account}/data-center", Needs::on_account(HoldingAction::SeeDataCenter)),
        Row::new("/a/{account}/orders", Needs::on_account(HoldingAction::PlaceOrder)),
        Row::new("/a/{account}/requests", Needs::on_account(AccountAction::SeeDashboard)),
        Row::new("/a/{account}/requests", Needs::on_account(AccountAction::SeeDashboard))
            .with(|_| form([("own", ""), ("waiting", "")])),
        Row::new("/a/{account}/activity", Needs::on_account(AccountAction::SeeActivity)),
        Row::new("/a/{account}/activity", Needs::on_account(AccountAction::SeeActivity))
            .with(|_| form([("cursor", "")])),
        Row::new("/a/{account}/activity", Needs::on_account(AccountAction::SeeActivity))
            .with(|_| form([("person", "a"), ("topic", "people"), ("from", "2020-01-01"), ("to", "no date")])),
        Row::new("/a/{account}/activity.csv", Needs::on_account(AccountAction::SeeActivity)),
        Row::new("/a/{account}/activity.json", Needs::on_account(AccountAction::SeeActivity))
            .with(|_| form([("person", "a"), ("topic", "people")])),
        Row::new("/a/{account}/settings", Needs::on_account(AccountAction::SeeDashboard)),
    ]
}

/// The page and its parts: each kind that is found there is for those who see its list.
fn of_search() -> Vec<Row> {
    let search = || Row::new("/a/{account}/search", Needs::on_account(AccountAction::SeeDashboard));
    let page = || search().with(|_| form([("q", "example")]));
    let part = || search().with(|_| form([("q", "example"), ("part", "palette")]));
    vec![
        search(),
        page().showing(Needs::on_account(ContactAction::List), |_| "id=\"found-people\"".to_owned()),
        page().showing(Needs::on_account(HoldingAction::SeeDomains), |_| "id=\"found-domains\"".to_owned()),
        part().showing(Needs::on_account(ContactAction::List), |_| "id=\"palette-people\"".to_owned()),
        part().showing(Needs::on_account(HoldingAction::SeeDomains), |_| "id=\"palette-domains\"".to_owned()),
        search()
            .with(|_| form([("part", "keys")]))
            .showing(Needs::on_account(AccountAction::SeeDashboard), |_| "data-single-keys".to_owned()),
    ]
}

fn of_contacts() -> Vec<Row> {
    let list = || Row::new("/a/{account}/contacts", Needs::on_account(ContactAction::List));
    let one = || Row::new("/a/{account}/contacts/{contact}", Needs::Contact(Deed::See));
    vec![
        list(),
        list().with(|_| form([("cursor", "")])),
        list()
            .on(Fresh::Bulk)
            .with(|inputs| form([("bulk", &inputs.made.id)]))
            .showing(Needs::on_account(ContactAction::ChangeMany), |_| "name=\"change[bulk]\"".to_owned()),
        list().on(Fresh::Bulk).with(|inputs| form([("bulk", &inputs.made.id), ("part", "progress")])),
        // What nobody was told is said to nobody: `a_step_that_an_address_makes_up_is_told_to_nobody`.
        list().with(|inputs| form([("done", "suspend"), ("who", &inputs.contact)])),
        Row::new("/a/{account}/contacts/export", Needs::on_account(ContactAction::List)),
        Row::new("/a/{account}/contacts/new", Needs::Add(GivenRights::Nothing)),
        found("/a/{account}/contacts/new", || Needs::Add(GivenRights::Nothing)),
        Row::new("/a/{account}/contacts/invite", Needs::Add(GivenRights::Nothing)),
        found("/a/{account}/contacts/invite", || Needs::Add(GivenRights::Nothing)),
        one(),
        one().with(|_| form([("history", "")])),
        one()
            .with(|_| form([("confirm", "delete")]))
            .showing(Needs::Contact(Deed::Delete), |inputs| format!("Delete {}?", inputs.name)),
        Row::new("/a/{account}/contacts/{contact}/edit", Needs::Contact(Deed::Edit)),
        found("/a/{account}/contacts/{contact}/edit", || Needs::Contact(Deed::Edit)),
        Row::new("/a/{account}/contacts/{contact}/notifications", Needs::Contact(Deed::See)),
        Row::new("/a/{account}/notifications", Needs::on_account(ContactAction::List)),
    ]
}

/// The part of a form's page with the services found.
fn found(path: &'static str, needs: fn() -> Needs) -> Row {
    Row::new(path, needs())
        .with(|_| form([("part", "services"), ("search", "web")]))
        .showing(needs(), |_| "data-part=\"services\"".to_owned())
}

fn of_rules() -> Vec<Row> {
    let owners = || Row::new("/a/{account}/owners", Needs::on_account(ContactAction::List));
    vec![
        Row::new("/a/{account}/rules", Needs::on_account(ContactAction::List)),
        owners(),
        owners()
            .with(appointing)
            .showing(Needs::Contact(Deed::AppointOwner), |_| "action=\"/fn/ownership/change_owner\"".to_owned()),
        owners()
            .on(Fresh::Offer)
            .showing(Needs::Transfer(TransferVerb::Withdraw), |_| "name=\"change[to]\" value=\"withdraw\"".to_owned()),
        Row::new("/a/{account}/rules/{template}", Needs::on_account(RightsAction::KeepTemplates)).on(Fresh::Template),
    ]
}

fn appointing(inputs: &Inputs<'_>) -> Form {
    form([("confirm", "appoint"), ("contact", &inputs.contact)])
}
