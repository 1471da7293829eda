//! The backups of a service: what there is, making one, and restoring one.

use super::api::OrderOperationFn;
use super::frame::{Frame, NameField, OrderInputs, nothing, service_of};
use crate::forms::{Form, form_field};
use crate::request::query;
use crate::shell::{Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Cell, Field, HeaderCell, Icon, LinkButton, Moment, Panel, TableFrame};
use domain::operation::Operation;
use domain::operations::{OperationChoices, ServiceOperations};
use domain::ordered::OperationVerb;
use domain::paths;
use domain::provisioning::Backup;
use domain::time;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The page. With a backup in its address it asks whether that is to be restored.
pub async fn backups_page() -> Result<Page, Instead> {
    let operations = service_of(&[Operation::Backup, Operation::Restore]).await?;
    let operation = if operations.may(Operation::Backup) { Operation::Backup } else { Operation::Restore };
    let choices = ask!(operations.choices(use_account().acting, operations.service, operation))?;
    let text = &texts().services.operations;
    let backups = if let OperationChoices::Backups(backups) = choices { Some(backups) } else { None };
    let wanted = query().text("restore").to_owned();
    let found = backups.iter().flatten().find(|(_, backup)| backup.key == wanted);
    let restored = found.filter(|_| operations.may(Operation::Restore)).map(|(_, backup)| backup.clone());
    let restore = restored.map(|backup| view! { <Restore operations=operations.clone() backup=backup /> });
    let create = operations.may(Operation::Backup).then(|| view! { <Create operations=operations.clone() /> });
    let list = match backups {
        None => nothing(text.no_answer),
        Some(backups) if backups.is_empty() => nothing(text.no_backups),
        Some(backups) => {
            let list = view! { <List operations=operations.clone() backups=backups /> };
            view! { <Panel>{list}</Panel> }.into_any()
        }
    };
    let (service, name) = (operations.service, operations.name);
    let page = view! {
        <Frame service=service name=name title=text.backups lead=text.backups_lead>
            {restore}
            {list}
            {create}
        </Frame>
    };
    Ok(Page::new(text.backups, page))
}

#[component]
fn List(operations: ServiceOperations, backups: Vec<(time::Moment, Backup)>) -> impl IntoView {
    let text = &texts().services.operations;
    let may = operations.may(Operation::Restore);
    let href = paths::service_backups(use_account().acting, operations.service);
    let rows = backups
        .into_iter()
        .map(|(made, backup)| {
            let size = backup.size.map(|bytes| text.megabytes(bytes.div_ceil(1_000_000)));
            let restore = may.then(|| {
                let href = paths::with_query(href.clone(), [("restore", backup.key.as_str())]);
                view! { <LinkButton href=href icon=Icon::Undo>{text.verb_restore_backup}</LinkButton> }
            });
            view! {
                <tr data-key=backup.key.clone()>
                    <th scope="row" class="cell-title">{backup.label}</th>
                    <Cell label=text.made><Moment instant=made.iso text=made.text /></Cell>
                    <Cell label=text.size>{size}</Cell>
                    <td>{restore}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <TableFrame label=text.backups>
            <thead>
                <tr>
                    <HeaderCell label=text.label />
                    <HeaderCell label=text.made />
                    <HeaderCell label=text.size />
                    <HeaderCell label=text.verb_restore_backup class="visually-hidden-header" />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </TableFrame>
    }
}

#[component]
fn Create(operations: ServiceOperations) -> impl IntoView {
    let text = &texts().services.operations;
    view! {
        <Panel title=text.verb_create_backup>
            <Form path=OrderOperationFn::PATH>
                <OrderInputs operations=operations to=OperationVerb::CreateBackup />
                <Label />
                <Button kind=ButtonKind::Primary icon=Icon::Copy>{text.verb_create_backup}</Button>
            </Form>
        </Panel>
    }
}

#[component]
fn Label() -> impl IntoView {
    let field = form_field("change[label]");
    let label = texts().services.operations.label;
    view! {
        <Field
            label=label
            name="change[label]"
            value=field.value
            problem=field.problem
            required=true
            maxlength=60_u32
        />
    }
}

#[component]
fn Restore(operations: ServiceOperations, backup: Backup) -> impl IntoView {
    let text = &texts().services.operations;
    view! {
        <Panel title=text.restore_title(&backup.label) lead=text.restore_lead>
            <Form path=OrderOperationFn::PATH>
                <OrderInputs operations=operations.clone() to=OperationVerb::RestoreBackup />
                <input type="hidden" name="change[backup]" value=backup.key />
                <NameField name=operations.name />
                <Button kind=ButtonKind::Danger icon=Icon::Undo>{text.verb_restore_backup}</Button>
            </Form>
        </Panel>
    }
}
