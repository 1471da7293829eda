//! Order: nothing to order yet, and a page that says so and how to ask for it.

pub mod text;

use crate::shell::{Gate, PageTitle, WriteSupport};
use crate::text::texts;
use crate::ui::{EmptyState, Icon, PageHeader};
use domain::access::HoldingAction;
use leptos::prelude::*;

#[component]
pub fn OrdersPage() -> impl IntoView {
    let text = texts();
    view! {
        <PageTitle text=text.shell.order />
        <Gate action=HoldingAction::PlaceOrder>
            <div class="page">
                <PageHeader title=text.shell.order />
                <EmptyState title=text.orders.none text=text.orders.none_text icon=Icon::Cart>
                    <WriteSupport />
                </EmptyState>
            </div>
        </Gate>
    }
}
