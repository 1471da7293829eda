//! Support: no tickets yet, and a page that says so and how to get help.

pub mod text;

use crate::shell::{Instead, Page, WriteSupport, use_account};
use crate::text::texts;
use crate::ui::{EmptyState, Icon, PageHeader};
use domain::access::HoldingAction;
use leptos::prelude::*;

/// The page Support.
#[expect(clippy::unused_async, reason = "a page is a future, also where it asks nothing more")]
pub async fn support_page() -> Result<Page, Instead> {
    use_account().view.actor.check(HoldingAction::SeeTickets)?;
    let text = texts();
    let content = view! {
        <div class="page">
            <PageHeader title=text.shell.support />
            <EmptyState title=text.support.none text=text.support.none_text icon=Icon::Support>
                <WriteSupport />
            </EmptyState>
        </div>
    };
    Ok(Page::new(text.shell.support, content))
}
