//! The link that was just made, to be passed on by hand. It is shown once: only its hash is kept.

use super::api::InvitationLinkFn;
use crate::forms::any_echo;
use crate::text::texts;
use crate::ui::{Banner, CopyField, Tone};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The link, on the page that answers the button.
#[component]
pub fn LinkNotice() -> impl IntoView {
    let text = &texts().invitations;
    let echo = any_echo().filter(|echo| echo.form == InvitationLinkFn::PATH);
    let link = echo.and_then(|echo| echo.answer::<String>());
    link.map(|link| {
        view! {
            <div role="status" data-key="invitation-link" data-once>
                <Banner tone=Tone::Info>
                    <p>{text.link_made}</p>
                    <CopyField label=text.link value=link copy_label=text.copy copied_label=text.copied />
                </Banner>
            </div>
        }
    })
}
