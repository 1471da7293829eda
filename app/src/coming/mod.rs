//! Support, Data Center and Order: no function here yet, and a page each with the way to the provider's own, else to
//! support.

use crate::request::provider;
use crate::shell::{Instead, Page, WriteSupport, use_account};
use crate::text::texts;
use crate::ui::{ButtonKind, EmptyState, Icon, LinkButton, PageHeader};
use domain::access::HoldingAction;
use leptos::prelude::*;
use texts::AreaWords;

/// The page Support: tickets.
#[expect(clippy::unused_async, reason = "a page is a future, also where it asks nothing more")]
pub async fn support_page() -> Result<Page, Instead> {
    let (words, link) = (texts().coming.tickets(), provider().areas.tickets);
    area(HoldingAction::SeeTickets, (texts().shell.support, Icon::Support), words, link)
}

/// The page Data Center: visits.
#[expect(clippy::unused_async, reason = "a page is a future, also where it asks nothing more")]
pub async fn data_center_page() -> Result<Page, Instead> {
    let (words, link) = (texts().coming.visits(), provider().areas.data_center);
    area(HoldingAction::SeeDataCenter, (texts().shell.data_center, Icon::Building), words, link)
}

/// The page Order.
#[expect(clippy::unused_async, reason = "a page is a future, also where it asks nothing more")]
pub async fn orders_page() -> Result<Page, Instead> {
    let (words, link) = (texts().coming.orders(), provider().areas.orders);
    area(HoldingAction::PlaceOrder, (texts().shell.order, Icon::Cart), words, link)
}

/// Where a link leads, as people read it: a host, or an address of mail.
fn place(link: &str) -> &str {
    let (_, rest) = link.split_once("://").or_else(|| link.split_once(':')).unwrap_or(("", link));
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

fn area(
    needs: HoldingAction,
    (title, icon): (&'static str, Icon),
    words: AreaWords,
    link: Option<String>,
) -> Result<Page, Instead> {
    use_account().view.actor.check(needs)?;
    let content = match link {
        Some(link) => {
            let why = texts().coming.elsewhere(place(&link));
            view! {
                <EmptyState title=words.title text=why icon=icon>
                    <LinkButton href=link kind=ButtonKind::Primary>{words.open}</LinkButton>
                </EmptyState>
            }
            .into_any()
        }
        None => {
            let why = texts().coming.by_email(&provider().support_email);
            view! {
                <EmptyState title=words.title text=why icon=icon>
                    <WriteSupport />
                </EmptyState>
            }
            .into_any()
        }
    };
    let content = view! {
        <div class="page">
            <PageHeader title=title />
            {content}
        </div>
    };
    Ok(Page::new(title, content))
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn a_link_is_named_by_its_host_or_mailbox() {
        for (link, named) in [
            ("https://tickets.hosting.example/new?from=portal", "tickets.hosting.example"),
            ("http://shop.example:8080", "shop.example:8080"),
            ("mailto:visits@hosting.example", "visits@hosting.example"),
        ] {
            assert_eq!(place(link), named);
        }
    }
}
