//! What the pages of single operations have in common: who may open them, and the way back.

use crate::forms::{ActingInputs, form_field};
use crate::request::path_id;
use crate::shell::{Instead, use_account};
use crate::text::texts;
use crate::ui::{Field, PageHeader, Panel};
use domain::access::{HoldingAction, ServiceTarget};
use domain::error::PortalError;
use domain::id::ServiceId;
use domain::operation::Operation;
use domain::operations::ServiceOperations;
use domain::ordered::OperationVerb;
use domain::paths;
use leptos::prelude::*;

/// The service of the address, for whoever sees it and may use one of these operations there.
pub async fn service_of(operations: &[Operation]) -> Result<ServiceOperations, Instead> {
    let account = use_account();
    let service: ServiceId = path_id("service")?;
    let found = ask!(operations.of_service(account.acting, service, String::new()))?;
    let target = ServiceTarget { id: service, expiring: false };
    let may = |operation: &Operation| account.view.actor.check(HoldingAction::Operate(target, *operation));
    if operations.iter().all(|operation| may(operation).is_err()) {
        operations.first().map_or(Ok(()), may)?;
    }
    // Such a service has none of it.
    if operations.iter().all(|operation| found.offered(*operation).is_none()) {
        return Err(Instead::Failed(PortalError::NotFound));
    }
    Ok(found)
}

/// The header with the way back to the service, and the content below.
#[component]
pub fn Frame(
    service: ServiceId,
    /// The service's name.
    name: String,
    title: &'static str,
    lead: &'static str,
    children: Children,
) -> impl IntoView {
    let back = paths::service(use_account().acting, service);
    view! {
        <div class="page page-narrow">
            <PageHeader title=title lead=lead back_href=back back_label=name />
            {children()}
        </div>
    }
}

/// A part that says that there is nothing to choose from.
pub fn nothing(why: &'static str) -> AnyView {
    view! { <Panel><p class="muted">{why}</p></Panel> }.into_any()
}

/// The inputs that every order has.
#[component]
pub fn OrderInputs(
    operations: ServiceOperations,
    /// What is done.
    to: OperationVerb,
) -> impl IntoView {
    view! {
        <ActingInputs acting=use_account().acting />
        <input type="hidden" name="change[submission]" value=operations.submission.to_string() />
        <input type="hidden" name="change[service]" value=operations.service.to_string() />
        <input type="hidden" name="change[to]" value=to.key() />
    }
}

/// The field in which the name of the service is typed, where data is lost.
#[component]
pub fn NameField(
    /// The service's name.
    name: String,
) -> impl IntoView {
    let field = form_field("change[name]");
    let label = texts().services.operations.type_name(&name);
    view! {
        <Field
            label=label
            name="change[name]"
            value=field.value
            problem=field.problem
            required=true
            autocomplete="off"
        />
    }
}
