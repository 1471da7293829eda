//! The page: a bar with what can be done, and the screen. All that its program says stands in it.

use super::api::IssueTicketFn;
use crate::forms::{ActingInputs, ReturnTo};
use crate::request::{Assets, language, path_id};
use crate::shell::{Instead, Page, WithProgram, use_account};
use crate::text::texts;
use crate::ui::{Badge, Choice, ChoiceGroup, Icon, LinkButton, Select, TextArea, Tone};
use domain::acting::Acting;
use domain::console::{ConsoleEnd, ConsoleMode, ConsolePage};
use domain::id::ServiceId;
use domain::paths;
use domain::person::Language;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The longest text that is pasted.
const PASTED: u32 = 2_000;

/// The page of a service's console.
pub async fn console_page() -> Result<Page, Instead> {
    let acting = use_account().acting;
    let service: ServiceId = path_id("service")?;
    let page = ask!(consoles.page(acting, service))?;
    let title = texts().console.title(&page.name);
    let is_built = use_context::<Assets>().is_some_and(|assets| assets.console.is_some());
    let content =
        if is_built && page.has_screen { screen(acting, page).into_any() } else { nothing(acting, &page).into_any() };
    Ok(Page::new(title, content))
}

/// What stands there where no console can be shown.
fn nothing(acting: Acting, page: &ConsolePage) -> impl IntoView + use<> {
    let text = &texts().console;
    let why = if page.has_screen { text.not_installed } else { text.no_screen_here };
    let name = page.name.clone();
    view! {
        <main class="console-said stack" id="main">
            <h1>{name}</h1>
            <p>{why}</p>
            <p><LinkButton href=paths::service(acting, page.service)>{text.back}</LinkButton></p>
        </main>
    }
}

fn screen(acting: Acting, page: ConsolePage) -> impl IntoView {
    provide_context(WithProgram);
    let text = &texts().console;
    let ConsolePage { service, name, mode, .. } = page;
    let views = mode == ConsoleMode::View;
    let badge = views.then(|| view! { <Badge tone=Tone::Warn>{text.view_only}</Badge> });
    let why = views.then_some("why");
    let hint = if views { text.view_only_help } else { text.leave_help };
    let button = move |id: &'static str, label: &'static str| {
        view! {
            <button type="button" class="button alive-only" id=id data-control disabled=true aria-describedby=why>
                {label}
            </button>
        }
    };
    view! {
        <div class="console">
            <header class="console-bar">
                <h1 class="console-name">{name}</h1>
                {badge}
                <State />
                <div class="console-actions" role="group" aria-label=text.actions>
                    <button type="button" class="button button-primary" id="again" hidden>{text.reconnect}</button>
                    {button("ctrl-alt-del", text.ctrl_alt_del)}
                    {button("paste-open", text.paste)}
                    <button type="button" class="button alive-only" id="full" aria-pressed="false">
                        {text.full_screen}
                    </button>
                    <LinkButton href=paths::service(acting, service) icon=Icon::ArrowLeft>{text.back}</LinkButton>
                </div>
                <p class="console-hint" id="why">{hint}</p>
                <p class="console-hint still-only">{text.needs_script}</p>
            </header>
            <main
                class="console-screen"
                id="screen"
                aria-label=text.screen
                data-mode=mode.key()
                data-socket=paths::console_socket(acting.account, service)
            ></main>
            <Paste />
            <form id="ticket" method="post" action=IssueTicketFn::PATH hidden>
                <ReturnTo />
                <ActingInputs acting=acting />
                <input type="hidden" name="service" value=service.to_string() />
            </form>
        </div>
    }
}

/// Where the console stands, and the words for each state: `data-code4001` for the end with that code.
#[component]
fn State() -> impl IntoView {
    let text = &texts().console;
    let end = |end| text.end(end);
    view! {
        <p
            class="console-state"
            id="state"
            role="status"
            aria-live="polite"
            data-connecting=text.connecting
            data-open=text.open
            data-waiting=text.waiting
            data-lost=text.lost
            data-signed-out=end(ConsoleEnd::SignedOut)
            data-no-access=end(ConsoleEnd::NoAccess)
            data-too-many=end(ConsoleEnd::TooMany)
            data-code1000=end(ConsoleEnd::Left)
            data-code4001=end(ConsoleEnd::Machine)
            data-code4002=end(ConsoleEnd::Unreachable)
            data-code4003=end(ConsoleEnd::NoScreen)
            data-code4004=end(ConsoleEnd::Idle)
            data-code4005=end(ConsoleEnd::TooLong)
            data-code4006=end(ConsoleEnd::Stopping)
            data-code4007=end(ConsoleEnd::Misuse)
            data-code4008=end(ConsoleEnd::Unsure)
            data-code4010=end(ConsoleEnd::SignedOut)
            data-code4011=end(ConsoleEnd::NoAccess)
            data-code4012=end(ConsoleEnd::AccountStopped)
            data-code4014=end(ConsoleEnd::ServiceStopped)
            data-code4013=end(ConsoleEnd::Moved)
            data-code4020=end(ConsoleEnd::NoTicket)
            data-code4021=end(ConsoleEnd::TooMany)
        ></p>
    }
}

/// The window to paste text into.
#[component]
fn Paste() -> impl IntoView {
    let text = &texts().console;
    let layouts = vec![Choice::new("us", text.layout_us), Choice::new("de", text.layout_de)];
    let likely = if language() == Language::DE { "de" } else { "us" };
    view! {
        <dialog class="console-paste" id="paste" aria-labelledby="paste-title">
            <form class="stack" id="paste-form" method="dialog">
                <h2 id="paste-title">{text.paste_title}</h2>
                <TextArea
                    label=text.paste_text
                    name="paste-text"
                    help=text.paste_help
                    rows=6
                    maxlength=PASTED
                    autofocus=true
                />
                <Select
                    label=text.layout
                    name="layout"
                    groups=vec![ChoiceGroup::plain(layouts)]
                    value=likely
                    help=text.layout_help
                />
                <div class="form-actions">
                    <button class="button button-primary">{text.paste_send}</button>
                    <button type="button" class="button" id="paste-cancel">{text.cancel}</button>
                </div>
            </form>
        </dialog>
    }
}
