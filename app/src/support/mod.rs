//! Support: no tickets yet, and a page that says so and how to get help.

pub mod text;

use crate::shell::{Gate, PageTitle, WriteSupport};
use crate::text::texts;
use crate::ui::{EmptyState, Icon, PageHeader};
use domain::access::HoldingAction;
use leptos::prelude::*;

#[component]
pub fn SupportPage() -> impl IntoView {
    let text = texts();
    view! {
        <PageTitle text=text.shell.support />
        <Gate action=HoldingAction::SeeTickets>
            <div class="page">
                <PageHeader title=text.shell.support />
                <EmptyState title=text.support.none text=text.support.none_text icon=Icon::Support>
                    <WriteSupport />
                </EmptyState>
            </div>
        </Gate>
    }
}
