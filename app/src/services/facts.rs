//! What is known of a service, as its list and its page show it.

use crate::text::{ago, texts};
use crate::ui::{Badge, Icon, Tone};
use domain::service::{MachineState, Price, SeenState, ServiceKind, ServiceStatus};
use leptos::prelude::*;

/// Where a service stands, and whether it ends soon.
#[component]
pub fn StatusBadge(
    status: ServiceStatus,
    /// Whether it ends soon or has run out.
    expiring: bool,
) -> impl IntoView {
    let text = &texts().services;
    let soon = (expiring && status != ServiceStatus::Expired)
        .then(|| view! { " " <Badge tone=Tone::Warn>{text.expires_soon}</Badge> });
    view! {
        <Badge tone=status_tone(status)>{text.service_status(status)}</Badge>
        {soon}
    }
}

/// Whether a service runs, with how long ago that was seen: beside it, or where the pointer is.
#[component]
pub fn StateText(
    state: SeenState,
    /// Whether there is room for a word only.
    #[prop(optional)]
    short: bool,
) -> impl IntoView {
    let text = &texts().services;
    let class = match state.state {
        MachineState::Running => "state state-running",
        MachineState::Stopped => "state state-stopped",
        MachineState::Busy => "state state-busy",
        MachineState::Unknown => "state",
    };
    let seen = state.at.map(|at| text.seen(&ago(at.at)));
    let title = seen.clone().filter(|_| short);
    let beside = seen.filter(|_| !short).map(|seen| view! { " " <span class="small muted">{seen}</span> });
    view! {
        <span class=class title=title>{text.machine_state(state.state)}</span>
        {beside}
    }
}

/// What a service costs: “€49.00 a month”.
pub fn price(price: &Price) -> String {
    let text = texts();
    text.services.price_in(&text.billing.money(&price.amount), price.period)
}

/// The drawing of a kind of service.
pub const fn kind_icon(kind: ServiceKind) -> Icon {
    match kind {
        ServiceKind::Vps | ServiceKind::Dedicated => Icon::Server,
        ServiceKind::Hosting => Icon::Globe,
        ServiceKind::Colocation => Icon::Building,
        ServiceKind::Other => Icon::Settings,
    }
}

const fn status_tone(status: ServiceStatus) -> Tone {
    match status {
        ServiceStatus::Active => Tone::Good,
        ServiceStatus::Pending => Tone::Info,
        ServiceStatus::Suspended => Tone::Warn,
        ServiceStatus::Expired => Tone::Bad,
        ServiceStatus::Ended => Tone::Neutral,
    }
}
