//! The search page, and its parts for the palette and the sheet of keys.

use super::groups::groups;
use super::keys::KeysSheet;
use super::palette::Palette;
use super::results::Results;
use crate::request::query;
use crate::shell::{Instead, ListSearch, Page, use_account};
use crate::text::texts;
use crate::ui::PageHeader;
use domain::access::AccountAction;
use domain::paths;
use leptos::prelude::*;

/// The page Search.
pub async fn search_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(AccountAction::SeeDashboard)?;
    let (query, text) = (query(), &texts().search);
    if query.get("part") == Some("keys") {
        return Ok(Page::new(text.keys.title, view! { <KeysSheet /> }));
    }
    let typed = query.text("q").to_owned();
    let groups = groups(&account, &typed).await?;
    if query.get("part") == Some("palette") {
        let keys = paths::with_query(paths::search(account.acting), [("part", "keys")]);
        return Ok(Page::new(text.title, view! { <Palette groups=groups keys=keys /> }));
    }
    let content = view! {
        <div class="page page-narrow">
            <PageHeader title=text.title lead=text.lead />
            <ListSearch href=paths::search(account.acting) name="q" label=text.field value=typed />
            <Results groups=groups />
        </div>
    };
    Ok(Page::new(text.title, content))
}
