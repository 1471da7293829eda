//! Order: nothing to order yet, and a page that says so and how to ask for it.

pub mod text;

use crate::shell::{Instead, Page, WriteSupport, use_account};
use crate::text::texts;
use crate::ui::{EmptyState, Icon, PageHeader};
use domain::access::HoldingAction;
use leptos::prelude::*;

/// The page Order.
#[expect(clippy::unused_async, reason = "a page is a future, also where it asks nothing more")]
pub async fn orders_page() -> Result<Page, Instead> {
    use_account().view.actor.check(HoldingAction::PlaceOrder)?;
    let text = texts();
    let content = view! {
        <div class="page">
            <PageHeader title=text.shell.order />
            <EmptyState title=text.orders.none text=text.orders.none_text icon=Icon::Cart>
                <WriteSupport />
            </EmptyState>
        </div>
    };
    Ok(Page::new(text.shell.order, content))
}
