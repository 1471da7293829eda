//! The names that the addresses of a service lead back to.

use super::api::OrderOperationFn;
use super::frame::{Frame, OrderInputs, nothing, service_of};
use crate::forms::{Form, any_echo, form_field};
use crate::shell::{Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Field, Icon, Panel};
use domain::operation::Operation;
use domain::operations::{OperationChoices, ServiceOperations};
use domain::ordered::OperationVerb;
use domain::provisioning::MachineAddress;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The page.
pub async fn reverse_dns_page() -> Result<Page, Instead> {
    let operations = service_of(&[Operation::Network]).await?;
    let choices = ask!(operations.choices(use_account().acting, operations.service, Operation::Network))?;
    let text = &texts().services.operations;
    let content = match choices {
        OperationChoices::Addresses(addresses) => addresses
            .into_iter()
            .map(|address| view! { <Address operations=operations.clone() address=address /> })
            .collect_view()
            .into_any(),
        OperationChoices::Unknown | OperationChoices::Images(_) | OperationChoices::Backups(_) => {
            nothing(text.no_answer)
        }
    };
    let (service, name) = (operations.service, operations.name);
    let page = view! {
        <Frame service=service name=name title=text.reverse_dns lead=text.reverse_dns_lead>{content}</Frame>
    };
    Ok(Page::new(text.reverse_dns, page))
}

#[component]
fn Address(operations: ServiceOperations, address: MachineAddress) -> impl IntoView {
    let text = &texts().services.operations;
    let shown = address.address.to_string();
    view! {
        <Panel>
            <Form path=OrderOperationFn::PATH>
                <OrderInputs operations=operations to=OperationVerb::SetReverseDns />
                <input type="hidden" name="change[address]" value=shown.clone() />
                <Host address=shown reverse=address.reverse />
                <Button kind=ButtonKind::Primary icon=Icon::Check>{text.save}</Button>
            </Form>
        </Panel>
    }
}

/// What was typed comes back at the address that it was typed for.
#[component]
fn Host(address: String, reverse: Option<String>) -> impl IntoView {
    let text = &texts().services.operations;
    let posted = any_echo().is_some_and(|echo| echo.value("change[address]") == Some(&address));
    let field = form_field("change[host]");
    let (typed, problem) = (field.value.filter(|_| posted), field.problem.filter(|_| posted));
    view! {
        <Field
            label=text.host_of(&address)
            name="change[host]"
            id=format!("host-{address}")
            value=typed.or(reverse)
            problem=problem
            help=text.host_help
            autocomplete="off"
        />
    }
}
