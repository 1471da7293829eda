//! Where a domain stands and when it ends, as the list and its page show it.

use crate::text::texts;
use crate::ui::{Badge, Moment, Tone};
use domain::domains::DomainStatus;
use domain::time;
use leptos::prelude::*;

/// Where a domain stands, and whether it ends soon.
#[component]
pub fn StatusBadge(
    status: DomainStatus,
    /// Whether it ends soon or has run out.
    expiring: bool,
) -> impl IntoView {
    let text = texts();
    let tone = match status {
        DomainStatus::Active => Tone::Good,
        DomainStatus::Pending => Tone::Info,
        DomainStatus::Expired => Tone::Bad,
        DomainStatus::Ended => Tone::Neutral,
    };
    let soon = (expiring && status != DomainStatus::Expired)
        .then(|| view! { " " <Badge tone=Tone::Warn>{text.services.expires_soon}</Badge> });
    view! {
        <Badge tone=tone>{text.domains.domain_status(status)}</Badge>
        {soon}
    }
}

/// When it ends unless renewed.
#[component]
pub fn Ends(expires: Option<time::Moment>, expiring: bool) -> impl IntoView {
    match expires {
        Some(at) if expiring => {
            view! { <span class="expires-soon"><Moment instant=at.iso text=at.text /></span> }.into_any()
        }
        Some(at) => view! { <Moment instant=at.iso text=at.text /> }.into_any(),
        None => view! { <span class="muted">{texts().domains.no_end}</span> }.into_any(),
    }
}
