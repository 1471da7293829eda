//! The page of a zone.

use super::api::{ReviewZoneFn, answered};
use super::edit::{EditForm, FixedRow};
use super::history::History;
use super::review::Review;
use crate::domains::{DomainTab, DomainTabs};
use crate::request::{caller, path_id, query, said};
use crate::shell::{Instead, ListPager, NothingFound, Page, use_account};
use crate::text::texts;
use crate::ui::{
    Badge, Button, Choice, ChoiceGroup, EmptyState, Field, FieldKind, Icon, LinkButton, PageHeader, SaidNotice, Select,
    Tone,
};
use domain::acting::Acting;
use domain::dns::{ChangeState, RecordType, ZoneQuery, ZoneRecords, ZoneSeen};
use domain::id::{DomainId, SubmissionId};
use domain::paths;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The records of a domain.
pub async fn zone_page() -> Result<Page, Instead> {
    let acting = use_account().acting;
    let domain: DomainId = path_id("domain")?;
    let wanted = asked();
    let page = ask!(dns.page(acting, domain, wanted.clone()))?;
    let submission = SubmissionId::new(caller()?.request.uuid());
    let text = &texts().dns;
    let done = ChangeState::from_key(said().text("done")).map(|state| text.done(state));
    let review = answered(ReviewZoneFn::PATH).map(|review| {
        view! { <Review acting=acting domain=domain changes=review.changes submission=submission /> }
    });
    let content = match page.seen {
        ZoneSeen::NotHere => {
            view! { <EmptyState title=text.not_here text=text.not_here_text icon=Icon::Globe /> }.into_any()
        }
        ZoneSeen::Unreachable => {
            view! { <EmptyState title=text.unreachable text=text.unreachable_text icon=Icon::Warning /> }.into_any()
        }
        ZoneSeen::Records(records) => {
            view! { <Records acting=acting domain=domain records=*records wanted=wanted may_change=page.may_change /> }
                .into_any()
        }
    };
    let title = text.title_of(&page.domain);
    let content = view! {
        <div class="page">
            <PageHeader
                title=title.clone()
                lead=text.lead
                back_href=paths::domains(acting)
                back_label=texts().shell.domains
            />
            <DomainTabs acting=acting domain=domain current=DomainTab::Dns />
            <SaidNotice text=done />
            {review}
            {content}
            <History acting=acting domain=domain rows=page.history submission=submission />
        </div>
    };
    Ok(Page::new(title, content))
}

/// What the address asks for.
fn asked() -> ZoneQuery {
    let query = query();
    ZoneQuery {
        search: query.text("search").trim().to_owned(),
        kind: query.get("kind").and_then(RecordType::from_key),
        cursor: query.text("cursor").to_owned(),
    }
}

#[component]
fn Records(
    acting: Acting,
    domain: DomainId,
    records: ZoneRecords,
    wanted: ZoneQuery,
    may_change: bool,
) -> impl IntoView {
    let text = &texts().dns;
    let ZoneRecords { zone, serial, is_signed, page, kept } = records;
    let kind = wanted.kind.map(RecordType::key).unwrap_or_default();
    let pairs = vec![("search", wanted.search.clone()), ("kind", kind.to_owned())];
    let total = text.count(page.total);
    let is_searched = !wanted.search.is_empty() || wanted.kind.is_some();
    let nothing =
        (page.rows.is_empty() && is_searched).then(|| view! { <NothingFound show_all=paths::zone(acting, domain) /> });
    let empty = (page.rows.is_empty() && !is_searched)
        .then(|| view! { <EmptyState title=text.none text=text.none_text icon=Icon::Globe /> });
    let import =
        may_change.then(|| view! { <LinkButton href=paths::import_zone(acting, domain)>{text.import}</LinkButton> });
    let rows = if may_change {
        view! { <EditForm acting=acting domain=domain zone=zone sets=page.rows /> }.into_any()
    } else {
        let rows = page.rows.into_iter().map(|set| view! { <FixedRow zone=zone.clone() set=set /> }).collect_view();
        view! {
            <p class="muted">{text.read_only}</p>
            <div class="zone">{rows}</div>
        }
        .into_any()
    };
    let (signed, tone) = if is_signed { (text.signed, Tone::Good) } else { (text.unsigned, Tone::Neutral) };
    view! {
        <div class="zone-facts">
            <Badge tone=tone icon=Icon::Lock>{signed}</Badge>
            {serial.map(|serial| view! { <span class="muted">{text.serial(&serial.to_string())}</span> })}
            <span class="zone-tools">
                {import}
                <LinkButton href=paths::export_zone(acting, domain)>{text.export}</LinkButton>
            </span>
        </div>
        <Filter href=paths::zone(acting, domain) wanted=wanted />
        {nothing}
        {empty}
        {rows}
        <ListPager
            href=paths::zone(acting, domain)
            query=pairs
            previous=page.previous
            next=page.next
            total=total
        />
        {(kept > 0).then(|| view! { <p class="muted">{text.kept(kept)}</p> })}
    }
}

/// Search and type: a GET form.
#[component]
fn Filter(href: String, wanted: ZoneQuery) -> impl IntoView {
    let text = texts();
    let kinds = RecordType::ALL.iter().map(|kind| Choice::new(kind.key(), kind.key()));
    let kinds = std::iter::once(Choice::new("", text.dns.any_kind)).chain(kinds).collect();
    let groups = vec![ChoiceGroup::plain(kinds)];
    let kind = wanted.kind.map(RecordType::key).unwrap_or_default();
    view! {
        <form class="filters" method="get" role="search" action=href data-live=true>
            <div class="filters-search">
                <Field
                    label=text.dns.search_label
                    name="search"
                    kind=FieldKind::Search
                    value=wanted.search
                    maxlength=200_u32
                />
            </div>
            <Select label=text.dns.kind_filter name="kind" groups=groups value=kind />
            <Button>{text.search.find}</Button>
        </form>
    }
}
