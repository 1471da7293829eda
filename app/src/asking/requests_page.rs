//! Requests for access: what waits for one's decision, and what became of one's own.

use super::ask_form::AskFor;
use super::decide_form::Waiting;
use super::withdraw_form::Withdraw;
use crate::contacts::{SectionTab, SectionTabs, has_section};
use crate::request::{Query, caller, portal, query, said};
use crate::shell::{AccountContext, Instead, ListPager, Page, use_account};
use crate::text::texts;
use crate::ui::{Badge, EmptyState, Icon, Moment, PageHeader, Panel, SaidNotice, Tone};
use domain::access::{AccountAction, RequestAction};
use domain::asked::Asked;
use domain::asking::{Decided, OwnRequest, RequestOutcome, Requests, RequestsQuery};
use domain::id::{DomainId, ServiceId, SubmissionId};
use domain::list;
use domain::paths;
use domain::privilege::Privilege;
use domain::right::{Place, Right};
use leptos::either::Either;
use leptos::prelude::*;

/// What the cursors of the two lists are called in the address.
const OWN: &str = "own";
const WAITING: &str = "waiting";

/// The page Requests for access.
pub async fn requests_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(AccountAction::SeeDashboard)?;
    let query = query();
    let at = RequestsQuery { own: query.text(OWN).to_owned(), waiting: query.text(WAITING).to_owned() };
    let wanted = wanted(&query, &account).await;
    let requests = ask!(asking.requests(account.acting, at.clone()))?;
    let text = &texts().asking;
    let header = if has_section() {
        view! { <PageHeader title=text.requests lead=text.lead /> }.into_any()
    } else {
        // Whoever sees no contacts has no tabs here.
        let (back, label) = (paths::settings(account.acting), texts().shell.my_rights_here);
        view! { <PageHeader title=text.requests lead=text.lead back_href=back back_label=label /> }.into_any()
    };
    let content = view! {
        <div class="page page-narrow">
            {header}
            <SectionTabs current=SectionTab::Requests />
            <SaidNotice text=done() />
            {wanted}
            {lists(requests, at)}
        </div>
    };
    Ok(Page::new(text.requests, content))
}

/// What the step before did.
fn done() -> Option<&'static str> {
    let text = &texts().asking;
    match said().get("done")? {
        "asked" => Some(text.asked),
        done => RequestOutcome::from_key(done).map(|outcome| text.done(outcome)),
    }
}

/// The form, where the address names a right: an operation on a service that the reader sees, or any other right.
async fn wanted(query: &Query, account: &AccountContext) -> Option<AnyView> {
    let text = texts();
    let right = query.get("right").and_then(Right::from_key)?;
    let place = match right {
        Right::Operation(_) => on_service(query.get("service")?.parse().ok()?, account).await?,
        Right::Privilege(_) | Right::Role(_) | Right::OwnRole(_) => Asked::on_account(right).place(),
        Right::DomainOperation(_) => on_domain(query.get("domain")?.parse().ok()?, account).await?,
    };
    let service = if let Place::Service { id, .. } = &place { Some(*id) } else { None };
    let domain = if let Place::Domain { id, .. } = &place { Some(*id) } else { None };
    let asked = Asked { right, service, domain };
    account.view.actor.check(RequestAction::Ask(asked)).ok()?;
    let title = text.asking.ask_title(&text.rights.right_at(right, &place));
    let lead = text.shell.problem_pages.forbidden_ask;
    Some(view! { <Panel title=title lead=lead><AskFor asked=asked /></Panel> }.into_any())
}

/// A service by its name; nothing where the reader does not see it.
async fn on_service(id: ServiceId, account: &AccountContext) -> Option<Place> {
    let page = portal().ok()?.holdings.service(&caller().ok()?, account.acting, id).await.ok()?;
    Some(Place::Service { id, name: Some(page.row.name) })
}

/// A domain by its name; nothing where the reader does not see it.
async fn on_domain(id: DomainId, account: &AccountContext) -> Option<Place> {
    let page = portal().ok()?.holdings.domain(&caller().ok()?, account.acting, id).await.ok()?;
    Some(Place::Domain { id, name: Some(page.row.name) })
}

/// The lists, with the cursor that each has in the address: turning the pages of one leaves the other where it is.
fn lists(requests: Requests, at: RequestsQuery) -> impl IntoView {
    let text = &texts().asking;
    let Requests { own, waiting, submission } = requests;
    let nothing = own.rows.is_empty() && waiting.rows.is_empty();
    let decides = decides();
    let none = nothing.then(|| view! { <EmptyState title=text.none text=text.none_text icon=Icon::Check /> });
    let waiting = (!waiting.rows.is_empty()).then(|| {
        let pager = waiting.has_neighbours().then(|| pager((WAITING, &waiting), (OWN, at.own)));
        let items = waiting.rows.into_iter().map(|request| view! { <Waiting request=request page=submission /> });
        let items = items.collect_view();
        view! { <Panel title=text.waiting lead=text.waiting_lead><ul class="requests">{items}</ul> {pager}</Panel> }
    });
    let calm = (decides && waiting.is_none() && !nothing).then(|| view! { <p class="muted">{text.none_waiting}</p> });
    let own = (!own.rows.is_empty()).then(|| {
        let pager = own.has_neighbours().then(|| pager((OWN, &own), (WAITING, at.waiting)));
        let items =
            own.rows.into_iter().map(|request| view! { <Own request=request page=submission /> }).collect_view();
        view! { <Panel title=text.own_requests><ul class="requests">{items}</ul> {pager}</Panel> }
    });
    view! { {none} {waiting} {calm} {own} }
}

/// The way through the pages of a list; `other` is the other list with its cursor.
fn pager<T>((name, page): (&'static str, &list::Page<T>), other: (&'static str, String)) -> impl IntoView + use<T> {
    let href = paths::requests(use_account().acting);
    let (previous, next) = (page.previous.clone(), page.next.clone());
    let total = texts().asking.request_count(page.total);
    view! { <ListPager href=href query=vec![other] list=name previous=previous next=next total=total /> }
}

fn decides() -> bool {
    use_account().view.actor.standing.effective.has(Privilege::ContactsManage)
}

/// A request of one's own.
#[component]
fn Own(
    request: OwnRequest,
    /// The submission id of the page.
    page: SubmissionId,
) -> impl IntoView {
    let text = &texts().asking;
    let (state, tone) = match request.decided.as_ref().map(|decided| decided.outcome) {
        None => (text.open, Tone::Info),
        Some(outcome @ (RequestOutcome::Granted | RequestOutcome::Met)) => (text.outcome(outcome), Tone::Good),
        Some(outcome @ (RequestOutcome::Declined | RequestOutcome::Withdrawn)) => {
            (text.outcome(outcome), Tone::Neutral)
        }
    };
    let end = match request.decided {
        Some(decided) => Either::Left(view! { <End decided=decided /> }),
        None => Either::Right(view! { <Withdraw request=request.id page=page /> }),
    };
    view! {
        <li class="request" data-key=request.id.to_string()>
            <div class="request-head">
                <span class="request-right">{texts().rights.right_at(request.right, &request.place)}</span>
                <Badge tone=tone>{state}</Badge>
                <span class="small muted"><Moment instant=request.at.iso text=request.at.text /></span>
            </div>
            <p class="request-reason">{request.reason}</p>
            {end}
        </li>
    }
}

/// What became of a request of one's own.
#[component]
fn End(decided: Decided) -> impl IntoView {
    let text = &texts().asking;
    let by = match decided.outcome {
        RequestOutcome::Granted | RequestOutcome::Declined | RequestOutcome::Met => {
            Some(text.decided_by(&texts().accounts.activity.by_whom(&decided.by)))
        }
        // Nobody did.
        RequestOutcome::Withdrawn => None,
    };
    let until = decided.until.map(|until| {
        view! { <p>{text.until} " " <Moment instant=until.iso text=until.text /></p> }
    });
    let word = (!decided.word.is_empty()).then(|| view! { <p class="request-reason">{decided.word}</p> });
    view! {
        {until}
        <p class="small muted">{by} " " <Moment instant=decided.at.iso text=decided.at.text /></p>
        {word}
    }
}

/// What the way to the requests is called: with how many wait for whoever looks.
pub fn requests_label() -> String {
    let text = &texts().asking;
    match use_account().view.requests.waiting {
        count if decides() && count > 0 => text.requests_waiting(count),
        _ => text.requests_short.to_owned(),
    }
}
