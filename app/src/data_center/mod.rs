//! Data Center: no visits yet, and a page that says so and how to arrange one.

pub mod text;

use crate::shell::{Gate, PageTitle, WriteSupport};
use crate::text::texts;
use crate::ui::{EmptyState, Icon, PageHeader};
use domain::access::HoldingAction;
use leptos::prelude::*;

#[component]
pub fn DataCenterPage() -> impl IntoView {
    let text = texts();
    view! {
        <PageTitle text=text.shell.data_center />
        <Gate action=HoldingAction::SeeDataCenter>
            <div class="page">
                <PageHeader title=text.shell.data_center />
                <EmptyState title=text.data_center.none text=text.data_center.none_text icon=Icon::Building>
                    <WriteSupport />
                </EmptyState>
            </div>
        </Gate>
    }
}
