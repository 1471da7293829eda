//! Rebuilding a service from an image.

use super::api::OrderOperationFn;
use super::frame::{Frame, NameField, OrderInputs, nothing, service_of};
use crate::forms::{Form, form_field, form_state};
use crate::shell::{Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Checkbox, Choice, ChoiceGroup, Fieldset, Icon, Panel, Select};
use domain::operation::Operation;
use domain::operations::{OperationChoices, ServiceOperations};
use domain::ordered::OperationVerb;
use domain::provisioning::Image;
use domain::ssh_key::SshKey;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The page.
pub async fn rebuild_page() -> Result<Page, Instead> {
    let operations = service_of(&[Operation::Rebuild]).await?;
    let choices = ask!(operations.choices(use_account().acting, operations.service, Operation::Rebuild))?;
    let text = &texts().services.operations;
    let content = match choices {
        OperationChoices::Images(images) if images.is_empty() => nothing(text.no_images),
        OperationChoices::Images(images) => {
            let keys = ask!(ssh_keys.list(use_account().acting))?.keys;
            view! { <Rebuild operations=operations.clone() images=images keys=keys /> }.into_any()
        }
        OperationChoices::Unknown | OperationChoices::Backups(_) | OperationChoices::Addresses(_) => {
            nothing(text.no_answer)
        }
    };
    let (service, name) = (operations.service, operations.name);
    let page = view! {
        <Frame service=service name=name title=text.verb_rebuild lead=text.rebuild_lead>{content}</Frame>
    };
    Ok(Page::new(text.verb_rebuild, page))
}

#[component]
fn Rebuild(operations: ServiceOperations, images: Vec<Image>, keys: Vec<SshKey>) -> impl IntoView {
    let text = &texts().services.operations;
    view! {
        <Panel>
            <Form path=OrderOperationFn::PATH>
                <OrderInputs operations=operations.clone() to=OperationVerb::Rebuild />
                <Images images=images />
                <Keys keys=keys />
                <NameField name=operations.name />
                <Button kind=ButtonKind::Danger icon=Icon::Switch>{text.verb_rebuild}</Button>
            </Form>
        </Panel>
    }
}

#[component]
fn Images(images: Vec<Image>) -> impl IntoView {
    let field = form_field("change[image]");
    let choices = images.into_iter().map(|image| Choice::new(image.key, image.name)).collect();
    view! {
        <Select
            label=texts().services.operations.image
            name="change[image]"
            groups=vec![ChoiceGroup::plain(choices)]
            value=field.value
            problem=field.problem
        />
    }
}

/// The keys of the account that may sign in afterwards.
#[component]
fn Keys(keys: Vec<SshKey>) -> impl IntoView {
    let text = &texts().services.operations;
    let name = "change[keys][]";
    let boxes = keys
        .into_iter()
        .map(|key| {
            let value = key.id.to_string();
            let checked = form_state().ticked(name, &value).unwrap_or_default();
            view! { <Checkbox label=key.label name=name value=value help=key.fingerprint checked=checked /> }
        })
        .collect::<Vec<_>>();
    (!boxes.is_empty()).then(|| view! { <Fieldset legend=text.keys help=text.keys_help>{boxes}</Fieldset> })
}
