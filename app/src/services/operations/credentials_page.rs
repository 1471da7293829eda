//! How one signs in on a service: shown once, and reset.

use super::api::{OrderOperationFn, ShowCredentialsFn};
use super::frame::{Frame, OrderInputs, service_of};
use crate::forms::{ActingInputs, Form, any_echo};
use crate::shell::{Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, CopyField, Definition, Definitions, Icon, Panel};
use domain::operation::Operation;
use domain::operations::{ServiceOperations, ShownCredentials};
use domain::ordered::OperationVerb;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The page.
pub async fn credentials_page() -> Result<Page, Instead> {
    let operations = service_of(&[Operation::Credentials]).await?;
    let text = &texts().services.operations;
    let echo = any_echo().filter(|echo| echo.form == ShowCredentialsFn::PATH);
    let shown: Option<ShownCredentials> = echo.and_then(|echo| echo.answer());
    let shown = shown.map(|shown| view! { <Shown shown=shown /> });
    let (service, name) = (operations.service, operations.name.clone());
    let page = view! {
        <Frame service=service name=name title=text.credentials lead=text.credentials_help>
            {shown}
            <Panel>
                <Show operations=operations.clone() />
                <Reset operations=operations />
            </Panel>
        </Frame>
    };
    Ok(Page::new(text.credentials, page))
}

/// They go with the next step.
#[component]
fn Shown(shown: ShownCredentials) -> impl IntoView {
    let text = &texts().services.operations;
    view! {
        <div data-key="shown" data-once=true role="status">
            <Panel>
                <Definitions>
                    <Definition term=text.user>{shown.user}</Definition>
                    <Definition term=text.password>
                        <CopyField
                            label=text.password
                            value=shown.password.expose().to_owned()
                            copy_label=text.copy
                            copied_label=text.copied
                        />
                    </Definition>
                </Definitions>
            </Panel>
        </div>
    }
}

#[component]
fn Show(operations: ServiceOperations) -> impl IntoView {
    let text = &texts().services.operations;
    view! {
        <Form path=ShowCredentialsFn::PATH>
            <ActingInputs acting=use_account().acting />
            <input type="hidden" name="change[service]" value=operations.service.to_string() />
            <Button kind=ButtonKind::Primary icon=Icon::Key>{text.show_credentials}</Button>
        </Form>
    }
}

#[component]
fn Reset(operations: ServiceOperations) -> impl IntoView {
    let text = &texts().services.operations;
    view! {
        <Form path=OrderOperationFn::PATH>
            <OrderInputs operations=operations to=OperationVerb::ResetCredentials />
            <Button icon=Icon::Switch>{text.verb_reset_credentials}</Button>
        </Form>
    }
}
