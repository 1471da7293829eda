//! Where somebody arrives: in their one account, or at the choice of accounts. The chooser is also the agency's home: it
//! says of each account what waits there for the person who looks.

use super::LeaveQuestion;
use super::choice::Choice;
use super::switcher_list::SwitcherList;
use crate::request::{Query, caller, query, said};
use crate::shell::{Instead, Page};
use crate::text::texts;
use crate::ui::{Button, EmptyState, Field, FieldKind, Icon, LinkButton, PageHeader, SaidNotice, Tab, Tabs};
use domain::account::AccountEntry;
use domain::acting::Acting;
use domain::contact::Verdict;
use domain::id::{AccountId, SubmissionId};
use domain::paths;
use leptos::either::Either;
use leptos::prelude::*;

/// From so many accounts on there is a search, and a way to see only those where something waits.
pub const MANY: usize = 8;

/// `/`: exactly one account opens at once, else the chooser does (PRODUCT D2).
pub async fn home_page() -> Result<Page, Instead> {
    let accounts = ask!(accounts.mine())?;
    let to = match accounts.as_slice() {
        [only] => paths::account(only.id),
        _ => paths::ACCOUNTS.to_owned(),
    };
    Err(Instead::Elsewhere(to))
}

/// What the address of the chooser asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Wanted {
    search: String,
    attention: bool,
    /// The account that may be left.
    leave: Option<AccountId>,
}

impl Wanted {
    fn read(query: &Query) -> Self {
        Self {
            search: query.text("search").to_owned(),
            attention: query.get("show") == Some("attention"),
            leave: query.parse("leave"),
        }
    }

    fn shows(&self, account: &AccountEntry) -> bool {
        account.matches(&self.search.to_lowercase()) && (!self.attention || account.needs_attention())
    }
}

/// `/accounts`: always the chooser, or the part of it that the icon of Management Mode opens.
pub async fn accounts_page() -> Result<Page, Instead> {
    let query = query();
    let accounts = ask!(accounts.mine())?;
    let text = texts();
    let title = text.people.choose_account;
    if query.get("part") == Some("switcher") {
        let current = query.parse::<AccountId>("current");
        return Ok(Page::new(title, view! { <SwitcherList accounts=accounts current=current /> }));
    }
    let wanted = Wanted::read(&query);
    // The request's own id: new with every rendering, and the same for the retries of what that rendering offers.
    let submission = SubmissionId::new(caller()?.request.uuid());
    let left = (said().text("done") == "left").then_some(text.accounts.left);
    let content = view! {
        <div class="page">
            <PageHeader title=title lead=text.people.choose_account_lead />
            <SaidNotice text=left />
            <Accounts accounts=accounts wanted=wanted submission=submission />
        </div>
    };
    Ok(Page::new(title, content))
}

#[component]
fn Accounts(accounts: Vec<AccountEntry>, wanted: Wanted, submission: SubmissionId) -> impl IntoView {
    if accounts.is_empty() {
        let text = &texts().people;
        return Either::Left(view! {
            <EmptyState title=text.no_accounts text=text.no_accounts_text icon=Icon::People />
        });
    }
    let may_leave = |account: &&AccountEntry| Some(account.id) == wanted.leave && account.leave == Verdict::Allowed;
    let question = accounts.iter().find(may_leave).map(|account| {
        let acting = Acting { account: account.id, viewing: None };
        let (name, cancel) = (account.name.clone(), paths::ACCOUNTS.to_owned());
        view! { <LeaveQuestion acting=acting name=name mark=account.mark submission=submission cancel=cancel /> }
    });
    let all = accounts.len();
    let waiting = accounts.iter().filter(|account| account.needs_attention()).count();
    let shown: Vec<_> = accounts.into_iter().filter(|account| wanted.shows(account)).collect();
    let found = shown.len();
    let nothing = shown.is_empty().then(|| nothing(&wanted));
    let tools = (all >= MANY).then(|| view! { <Tools wanted=wanted all=all waiting=waiting found=found /> });
    let cards = shown.into_iter().map(|account| view! { <Choice account=account /> }).collect_view();
    Either::Right(view! {
        {question}
        {tools}
        <ul class="chooser">{cards}</ul>
        {nothing}
    })
}

/// What stands where no account is shown.
fn nothing(wanted: &Wanted) -> impl IntoView + use<> {
    let text = texts();
    let (title, advice) = if wanted.attention && wanted.search.is_empty() {
        (text.accounts.all_quiet, text.accounts.all_quiet_text)
    } else {
        (text.accounts.none_found, text.accounts.none_found_text)
    };
    view! {
        <EmptyState title=title text=advice icon=Icon::Search>
            <LinkButton href=paths::ACCOUNTS>{text.shell.all_accounts}</LinkButton>
        </EmptyState>
    }
}

/// Search and tabs: both are addresses.
#[component]
fn Tools(
    wanted: Wanted,
    /// How many accounts there are.
    all: usize,
    /// How many of them need attention.
    waiting: usize,
    /// How many are shown.
    found: usize,
) -> impl IntoView {
    let text = &texts().accounts;
    let Wanted { search, attention, .. } = wanted;
    let to = |show| paths::with_query(paths::ACCOUNTS.to_owned(), [("search", search.as_str()), ("show", show)]);
    let (to_all, to_attention) = (to(""), to("attention"));
    let (show, everything) = if attention { ("attention", false) } else { ("", true) };
    view! {
        <form class="filters" method="get" role="search" action=paths::ACCOUNTS data-live>
            <div class="filters-search">
                <Field label=text.search name="search" kind=FieldKind::Search value=search maxlength=200_u32 />
            </div>
            <input type="hidden" name="show" value=show />
            <span class="chooser-find">
                <Button>{text.find}</Button>
            </span>
        </form>
        <p class="visually-hidden" role="status" data-count>
            {text.found(found)}
        </p>
        <Tabs label=text.which>
            <Tab href=to_all label=text.all current=everything count=all.to_string() />
            <Tab href=to_attention label=text.attention current=attention count=waiting.to_string() />
        </Tabs>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_asks_for_what_it_says_and_nothing_else() {
        let read = |pairs: &[(&str, &str)]| Wanted::read(&Query::of(pairs));
        let nothing = Wanted { search: String::new(), attention: false, leave: None };
        assert_eq!(read(&[]), nothing);
        assert_eq!(read(&[("show", "x"), ("leave", "me")]), nothing);
        let id = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";
        let all = read(&[("search", "Café"), ("show", "attention"), ("leave", id)]);
        let leave = id.parse().ok();
        assert_eq!(all, Wanted { search: "Café".to_owned(), attention: true, leave });
    }
}
