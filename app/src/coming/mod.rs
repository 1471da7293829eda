//! Support, Data Center and Order: nothing there yet, and a page each that says so and how to get it.

use crate::shell::{Instead, Page, WriteSupport, use_account};
use crate::text::texts;
use crate::ui::{EmptyState, Icon, PageHeader};
use domain::access::HoldingAction;
use leptos::prelude::*;
use texts::NothingYet;

/// The page Support: tickets.
#[expect(clippy::unused_async, reason = "a page is a future, also where it asks nothing more")]
pub async fn support_page() -> Result<Page, Instead> {
    nothing_yet(HoldingAction::SeeTickets, texts().shell.support, texts().coming.tickets(), Icon::Support)
}

/// The page Data Center: visits.
#[expect(clippy::unused_async, reason = "a page is a future, also where it asks nothing more")]
pub async fn data_center_page() -> Result<Page, Instead> {
    nothing_yet(HoldingAction::SeeDataCenter, texts().shell.data_center, texts().coming.visits(), Icon::Building)
}

/// The page Order.
#[expect(clippy::unused_async, reason = "a page is a future, also where it asks nothing more")]
pub async fn orders_page() -> Result<Page, Instead> {
    nothing_yet(HoldingAction::PlaceOrder, texts().shell.order, texts().coming.orders(), Icon::Cart)
}

fn nothing_yet(needs: HoldingAction, title: &'static str, text: NothingYet, icon: Icon) -> Result<Page, Instead> {
    use_account().view.actor.check(needs)?;
    let content = view! {
        <div class="page">
            <PageHeader title=title />
            <EmptyState title=text.title text=text.text icon=icon>
                <WriteSupport />
            </EmptyState>
        </div>
    };
    Ok(Page::new(title, content))
}
