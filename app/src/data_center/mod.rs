//! Data Center: no visits yet, and a page that says so and how to arrange one.

pub mod text;

use crate::shell::{Instead, Page, WriteSupport, use_account};
use crate::text::texts;
use crate::ui::{EmptyState, Icon, PageHeader};
use domain::access::HoldingAction;
use leptos::prelude::*;

/// The page Data Center.
#[expect(clippy::unused_async, reason = "a page is a future, also where it asks nothing more")]
pub async fn data_center_page() -> Result<Page, Instead> {
    use_account().view.actor.check(HoldingAction::SeeDataCenter)?;
    let text = texts();
    let content = view! {
        <div class="page">
            <PageHeader title=text.shell.data_center />
            <EmptyState title=text.data_center.none text=text.data_center.none_text icon=Icon::Building>
                <WriteSupport />
            </EmptyState>
        </div>
    };
    Ok(Page::new(text.shell.data_center, content))
}
