//! What can be done to a service: buttons for power, and the ways to what takes more.

use super::api::{OpenPanelFn, OrderPowerFn};
use super::under_way::UnderWay;
use crate::forms::PostForm;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, ButtonType, Icon, LinkButton, Panel};
use domain::access::{Denied, RequestAction};
use domain::asked::Asked;
use domain::id::{ServiceId, SubmissionId};
use domain::operation::Operation;
use domain::operations::{OfferedOperation, ServiceOperations};
use domain::ordered::OperationVerb;
use domain::paths;
use domain::right::Right;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The verbs of power, in their order.
const POWER: [(OperationVerb, Icon); 4] = [
    (OperationVerb::Start, Icon::ArrowRight),
    (OperationVerb::ShutDown, Icon::Pause),
    (OperationVerb::Reboot, Icon::Switch),
    (OperationVerb::HardStop, Icon::Close),
];

/// The panel; what is under way stands at its top.
#[component]
pub fn Controls(operations: ServiceOperations) -> impl IntoView {
    let text = &texts().services.operations;
    let ServiceOperations { service, offered, open, submission, .. } = operations;
    let nothing = offered.is_empty().then(|| view! { <p class="muted">{text.none}</p> });
    let busy = open.is_some();
    let under_way = open.map(|open| view! { <UnderWay service=service open=open /> });
    let (of_power, others): (Vec<_>, Vec<_>) = offered.into_iter().partition(|one| one.operation == Operation::Power);
    let control = move |one: OfferedOperation| {
        view! { <Offered service=service submission=submission offered=one busy=busy /> }
    };
    let (of_power, others): (Vec<_>, Vec<_>) =
        (of_power.into_iter().map(control).collect(), others.into_iter().map(control).collect());
    view! {
        <Panel title=text.title class="operations-panel">
            {under_way}
            {nothing}
            {of_power}
            <div class="operation-list">{others}</div>
        </Panel>
    }
}

/// One operation: its controls, or why there are none and the way to ask for it.
#[component]
fn Offered(
    service: ServiceId,
    submission: SubmissionId,
    offered: OfferedOperation,
    /// Something is being done to the service.
    busy: bool,
) -> impl IntoView {
    let text = texts();
    let OfferedOperation { operation, denied } = offered;
    let refused = denied.as_ref().map(|why| text.rights.denied(why));
    let asks = denied.and_then(|why| ask_link(service, operation, &why));
    let acting = use_account().acting;
    let way = |href: String, label: &'static str, icon: Icon| match refused.clone() {
        Some(why) => view! {
            <Button button_type=ButtonType::Button icon=icon disabled_reason=why>{label}</Button>
        }
        .into_any(),
        None => view! { <LinkButton href=href icon=icon>{label}</LinkButton> }.into_any(),
    };
    let words = &text.services.operations;
    let control = match operation {
        Operation::Power => power(service, submission, refused.clone(), busy),
        Operation::Rebuild => way(paths::service_rebuild(acting, service), words.verb_rebuild, Icon::Switch),
        Operation::Backup => way(paths::service_backups(acting, service), words.backups, Icon::Copy),
        Operation::Restore => way(paths::service_backups(acting, service), words.verb_restore_backup, Icon::Undo),
        Operation::Network => way(paths::service_network(acting, service), words.reverse_dns, Icon::Globe),
        Operation::Credentials => way(paths::service_credentials(acting, service), words.credentials, Icon::Key),
        Operation::Sso => open_panel(service, refused.clone()),
        Operation::ConsoleView => console(service, refused.clone()),
        // The console says itself whether one may type.
        Operation::Console | Operation::Upgrade | Operation::Cancel | Operation::Renew => ().into_any(),
    };
    view! {
        <div class="operation" data-key=operation.key()>
            {control}
            {asks}
        </div>
    }
}

/// The buttons of power, with why they may not be used.
pub fn power_buttons(why: Option<String>) -> impl IntoView + use<> {
    let text = &texts().services.operations;
    POWER
        .map(|(verb, icon)| {
            let kind = if verb == OperationVerb::HardStop { ButtonKind::Danger } else { ButtonKind::Secondary };
            view! {
                <Button kind=kind icon=icon name="change[to]" value=verb.key() disabled_reason=why.clone()>
                    {text.verb(verb)}
                </Button>
            }
        })
        .collect_view()
}

/// Changing power; without the right to do so the buttons stand in no form.
fn power(service: ServiceId, submission: SubmissionId, refused: Option<String>, busy: bool) -> AnyView {
    let text = &texts().services.operations;
    let wait = || busy.then(|| text.problem_wait.to_owned());
    let why = refused.clone().or_else(wait);
    let buttons = power_buttons(why);
    if refused.is_some() {
        return view! { <div class="operation-power">{buttons}</div> }.into_any();
    }
    view! {
        <PostForm path=OrderPowerFn::PATH acting=use_account().acting class="operation-power">
            <input type="hidden" name="change[submission]" value=submission.to_string() />
            <input type="hidden" name="change[services][]" value=service.to_string() />
            {buttons}
        </PostForm>
        <p class="small muted">{text.hard_stop_help}</p>
    }
    .into_any()
}

/// The way to the console, which is a document of its own.
fn console(service: ServiceId, refused: Option<String>) -> AnyView {
    let (href, label) = (paths::console(use_account().acting, service), texts().console.open_console);
    match refused {
        Some(why) => view! {
            <Button button_type=ButtonType::Button icon=Icon::Server disabled_reason=why>{label}</Button>
        }
        .into_any(),
        None => view! { <LinkButton href=href icon=Icon::Server load=true>{label}</LinkButton> }.into_any(),
    }
}

fn open_panel(service: ServiceId, refused: Option<String>) -> AnyView {
    let text = &texts().services.operations;
    if refused.is_some() {
        return view! {
            <Button button_type=ButtonType::Button icon=Icon::External disabled_reason=refused>
                {text.open_panel}
            </Button>
        }
        .into_any();
    }
    view! {
        <PostForm path=OpenPanelFn::PATH acting=use_account().acting>
            <input type="hidden" name="change[service]" value=service.to_string() />
            <Button icon=Icon::External>{text.open_panel}</Button>
        </PostForm>
    }
    .into_any()
}

/// The way to ask for an operation on the service, for whoever lacks it and may.
fn ask_link(service: ServiceId, operation: Operation, why: &Denied) -> Option<AnyView> {
    let (account, right) = (use_account(), Right::Operation(operation));
    let asked = Asked { service: Some(service), ..Asked::on_account(right) };
    let lacks = *why == Denied::Missing(right);
    let may = lacks && account.view.actor.check(RequestAction::Ask(asked)).is_ok();
    may.then(|| {
        let text = texts();
        let href = paths::ask_for_on(account.acting, &right.key(), service);
        view! { <a class="small" href=href>{text.services.operations.ask_for(text.rights.operation(operation))}</a> }
            .into_any()
    })
}
