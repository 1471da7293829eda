//! Why a contact cannot sign in, on its page (S0.28).

use domain::sign_in_check::{Finding, SignInReport};
use leptos::prelude::*;

use crate::text::texts;
use crate::ui::{Glyph, Icon, Moment, Panel};

#[component]
pub fn SignInPanel(
    /// The diagnosis.
    report: SignInReport,
) -> impl IntoView {
    let text = &texts().contacts.sign_in_check;
    let until = report.locked_until.map(|until| {
        view! { <p class="small muted">{text.until} " " <Moment instant=until.iso text=until.text /></p> }
    });
    let lines = report
        .findings
        .into_iter()
        .map(|finding| {
            let icon = if finding == Finding::Fine { Icon::Check } else { Icon::Warning };
            view! {
                <li class="finding">
                    <Glyph icon=icon />
                    <span>{text.finding(finding)}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <Panel title=text.title lead=text.lead>
            <ul class="findings">{lines}</ul>
            {until}
        </Panel>
    }
}
