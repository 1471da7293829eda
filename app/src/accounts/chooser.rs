//! Where somebody arrives: in their one account, or at the choice of accounts. The chooser is also the agency's home: it
//! says of each account what waits there for the person who looks.

use super::LeaveQuestion;
use super::api::{MyAccounts, mine};
use super::choice::Choice;
use crate::request::{lead_to, page_resource};
use crate::shell::{Alone, Loaded, PageTitle};
use crate::text::texts;
use crate::ui::{
    Banner, Button, EmptyState, Field, FieldKind, Icon, LinkButton, PageHeader, SkeletonRows, Tab, Tabs, Tone,
};
use domain::account::AccountEntry;
use domain::acting::Acting;
use domain::contact::Verdict;
use domain::id::AccountId;
use domain::paths;
use leptos::either::Either;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;

/// From so many accounts on there is a search, and a way to see only those where something waits.
pub const MANY: usize = 8;

/// `/`: exactly one account opens at once, else the chooser does (PRODUCT D2).
#[component]
pub fn HomePage() -> impl IntoView {
    let accounts = page_resource(|| (), |()| mine());
    let view = |MyAccounts { accounts, .. }: MyAccounts| {
        let to = match accounts.as_slice() {
            [only] => paths::account(only.id),
            _ => paths::ACCOUNTS.to_owned(),
        };
        lead_to(&to);
        view! { <p><a href=to>{texts().shell.open}</a></p> }
    };
    view! {
        <PageTitle text=texts().shell.dashboard />
        <Alone>
            <Loaded resource=accounts view=view />
        </Alone>
    }
}

/// What the address of the chooser asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Wanted {
    search: String,
    attention: bool,
    /// The account that may be left.
    leave: Option<AccountId>,
    /// One was left.
    left: bool,
}

impl Wanted {
    fn read(query: &ParamsMap) -> Self {
        let text = |name| query.get_str(name).unwrap_or_default();
        Self {
            search: text("search").to_owned(),
            attention: text("show") == "attention",
            leave: text("leave").parse().ok(),
            left: text("left") == "yes",
        }
    }
}

/// `/accounts`: always the chooser.
#[component]
pub fn AccountsPage() -> impl IntoView {
    let text = texts();
    let query = use_query_map();
    let wanted = Memo::new(move |_| query.with(Wanted::read));
    let left = Memo::new(move |_| wanted.with(|wanted| wanted.left));
    // Asked anew with each question: it has a submission id of its own.
    let leave = Memo::new(move |_| wanted.with(|wanted| wanted.leave));
    let accounts = page_resource(move || leave.get(), |_| mine());
    let view = move |mine: MyAccounts| view! { <Accounts mine=mine wanted=wanted /> };
    let skeleton = || view! { <SkeletonRows rows=3 columns=1 label=texts().shell.loading /> };
    view! {
        <PageTitle text=text.people.choose_account />
        <div class="page">
            <PageHeader title=text.people.choose_account lead=text.people.choose_account_lead />
            <div class="when-said" role="status">
                {move || left.get().then(|| view! { <Banner tone=Tone::Good>{text.accounts.left}</Banner> })}
            </div>
            <Loaded resource=accounts view=view skeleton=skeleton />
        </div>
    }
}

#[component]
fn Accounts(mine: MyAccounts, wanted: Memo<Wanted>) -> impl IntoView {
    let text = texts();
    let MyAccounts { accounts, submission } = mine;
    if accounts.is_empty() {
        let text = &text.people;
        return Either::Left(view! {
            <EmptyState title=text.no_accounts text=text.no_accounts_text icon=Icon::People />
        });
    }
    let leave = wanted.with_untracked(|wanted| wanted.leave);
    let leaving = accounts.iter().find(|account| Some(account.id) == leave && account.leave == Verdict::Allowed);
    let question = leaving.map(|account| {
        let acting = Acting { account: account.id, viewing: None };
        let (name, cancel) = (account.name.clone(), paths::ACCOUNTS.to_owned());
        view! { <LeaveQuestion acting=acting name=name submission=submission cancel=cancel /> }
    });
    let words = RwSignal::new(wanted.with_untracked(|wanted| wanted.search.to_lowercase()));
    let attention = Memo::new(move |_| wanted.with(|wanted| wanted.attention));
    let shows = move |account: &AccountEntry| {
        words.with(|words| account.matches(words)) && (!attention.get() || account.needs_attention())
    };
    let tools =
        (accounts.len() >= MANY).then(|| view! { <Tools accounts=accounts.clone() wanted=wanted words=words /> });
    let (all, cards) = (accounts.clone(), accounts);
    let nothing = move || {
        let text = &texts().accounts;
        let (title, advice) = if attention.get() && words.with(String::is_empty) {
            (text.all_quiet, text.all_quiet_text)
        } else {
            (text.none_found, text.none_found_text)
        };
        (!all.iter().any(shows)).then(|| {
            view! {
                <EmptyState title=title text=advice icon=Icon::Search>
                    <LinkButton href=paths::ACCOUNTS>{texts().shell.all_accounts}</LinkButton>
                </EmptyState>
            }
        })
    };
    let cards = cards
        .into_iter()
        .map(|account| {
            let shown = {
                let account = account.clone();
                Signal::derive(move || shows(&account))
            };
            view! { <Choice account=account shown=shown /> }
        })
        .collect_view();
    Either::Right(view! {
        {question}
        {tools}
        <ul class="chooser">{cards}</ul>
        {nothing}
    })
}

/// Search and tabs. Without JavaScript both are addresses; with it the list follows what is typed.
#[component]
fn Tools(accounts: Vec<AccountEntry>, wanted: Memo<Wanted>, words: RwSignal<String>) -> impl IntoView {
    let text = &texts().accounts;
    let waiting = accounts.iter().filter(|account| account.needs_attention()).count();
    let attention = Memo::new(move |_| wanted.with(|wanted| wanted.attention));
    let show = move || if attention.get() { "attention" } else { "" };
    let search = wanted.with_untracked(|wanted| wanted.search.clone());
    let searched = search.clone();
    let typed = Callback::new(move |typed: String| words.set(typed.to_lowercase()));
    let stay = move |event: SubmitEvent| event.prevent_default();
    let to = move |show| paths::with_query(paths::ACCOUNTS.to_owned(), [("search", search.as_str()), ("show", show)]);
    let found = {
        let accounts = accounts.clone();
        move || words.with(|words| (text.found)(accounts.iter().filter(|account| account.matches(words)).count()))
    };
    view! {
        <form class="filters" method="get" role="search" action=paths::ACCOUNTS on:submit=stay>
            <div class="filters-search">
                <Field
                    label=text.search
                    name="search"
                    kind=FieldKind::Search
                    value=searched
                    maxlength=200_u32
                    on_input=typed
                />
            </div>
            <input type="hidden" name="show" value=show />
            <span class="chooser-find">
                <Button>{text.find}</Button>
            </span>
            <p class="visually-hidden" role="status">
                {found}
            </p>
        </form>
        <Tabs label=text.which>
            <Tab
                href=Signal::stored(to(""))
                label=text.all
                current=Signal::derive(move || !attention.get())
                count=accounts.len().to_string()
            />
            <Tab
                href=Signal::stored(to("attention"))
                label=text.attention
                current=attention
                count=waiting.to_string()
            />
        </Tabs>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_asks_for_what_it_says_and_nothing_else() {
        let read = |pairs: &[(&str, &str)]| {
            let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            Wanted::read(&pairs.collect::<ParamsMap>())
        };
        let nothing = Wanted { search: String::new(), attention: false, leave: None, left: false };
        assert_eq!(read(&[]), nothing);
        assert_eq!(read(&[("show", "x"), ("leave", "me"), ("left", "you won")]), nothing);
        let id = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";
        let all = read(&[("search", "Café"), ("show", "attention"), ("leave", id), ("left", "yes")]);
        let leave = id.parse().ok();
        assert_eq!(all, Wanted { search: "Café".to_owned(), attention: true, leave, left: true });
    }
}
