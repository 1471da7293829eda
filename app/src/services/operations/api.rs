//! The server functions of what is done to services.

use crate::outbound::lead_to;
use crate::request::{FunctionError, respond, see_other, told};
use domain::acting::Acting;
use domain::id::{OrderId, ServiceId};
use domain::operations::{
    OpenPanel, OrderOperation, OrderPower, PowerOutcome, ShowCredentials, ShownCredentials, submission_on,
};
use domain::ordered::OperationVerb;
use domain::paths;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The forms that are single buttons.
pub const BUTTONS: &[&str] = &[OrderPowerFn::PATH, OpenPanelFn::PATH];

/// The page of a service, told what is on its way there.
fn asked(acting: Acting, service: ServiceId, verb: OperationVerb) -> String {
    told(&paths::service(acting, service), &[("done", verb.key())])
}

/// Has something done to a service, then leads to its page.
#[server(name = OrderOperationFn, prefix = "/fn", endpoint = "operations/order")]
pub async fn order(acting: Acting, change: OrderOperation) -> Result<OrderId, FunctionError> {
    let (service, to) = (change.service, change.to);
    // INVARIANT: here, and in the use-case of several services, so that no form can forget it.
    let submission = submission_on(change.submission, service, to);
    let order = ask!(operations.order(acting, OrderOperation { submission, ..change }))?;
    see_other(&asked(acting, service, to));
    Ok(order)
}

/// Changes the power of services. For a single one it leads to its page, or fails as that failed.
#[server(name = OrderPowerFn, prefix = "/fn", endpoint = "operations/power")]
pub async fn power(acting: Acting, change: OrderPower) -> Result<Vec<PowerOutcome>, FunctionError> {
    let to = change.to;
    let outcomes = ask!(operations.order_power(acting, change))?;
    if let [one] = outcomes.as_slice() {
        respond(one.outcome.clone())?;
        see_other(&asked(acting, one.service, to));
    }
    Ok(outcomes)
}

/// Shows how one signs in on a service, on the page of its form.
#[server(name = ShowCredentialsFn, prefix = "/fn", endpoint = "operations/credentials")]
pub async fn show_credentials(acting: Acting, change: ShowCredentials) -> Result<ShownCredentials, FunctionError> {
    Ok(ask!(operations.show_credentials(acting, change))?)
}

/// Opens the panel of a service (S1.14).
#[server(name = OpenPanelFn, prefix = "/fn", endpoint = "operations/panel")]
pub async fn open_panel(acting: Acting, change: OpenPanel) -> Result<(), FunctionError> {
    let address = ask!(operations.open_panel(acting, change))?;
    lead_to(address).await
}
