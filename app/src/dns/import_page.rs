//! Zone files: the page that imports one, and the file of a zone.

use super::api::{ImportZoneFn, answered};
use super::review::Review;
use crate::forms::{ActingInputs, Form, form_field, form_state};
use crate::request::{caller, path_id};
use crate::shell::{Download, Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Checkbox, LinkButton, PageHeader, TextArea};
use domain::access::{DomainTarget, HoldingAction};
use domain::acting::Acting;
use domain::dns::{ZoneQuery, ZoneSeen};
use domain::error::PortalError;
use domain::id::{DomainId, SubmissionId};
use domain::operation::DomainOperation;
use domain::paths;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The name of the box that removes what a file does not have.
const ONLY: &str = "change[only]";

/// The import of a zone file.
pub async fn import_page() -> Result<Page, Instead> {
    let account = use_account();
    let acting = account.acting;
    let domain: DomainId = path_id("domain")?;
    let page = ask!(dns.page(acting, domain, ZoneQuery::default()))?;
    account.view.actor.check(HoldingAction::OperateDomain(DomainTarget { id: domain }, DomainOperation::Dns))?;
    if page.seen == ZoneSeen::NotHere {
        return Err(PortalError::NotFound.into());
    }
    let submission = SubmissionId::new(caller()?.request.uuid());
    let text = &texts().dns;
    let title = text.import_title(&page.domain);
    let review = answered(ImportZoneFn::PATH).map(|review| {
        view! { <Review acting=acting domain=domain changes=review.changes submission=submission /> }
    });
    let content = view! {
        <div class="page page-narrow">
            <PageHeader
                title=title.clone()
                lead=text.import_lead
                back_href=paths::zone(acting, domain)
                back_label=text.title
            />
            {review}
            <Form path=ImportZoneFn::PATH>
                <Fields acting=acting domain=domain />
            </Form>
        </div>
    };
    Ok(Page::new(title, content))
}

#[component]
fn Fields(acting: Acting, domain: DomainId) -> impl IntoView {
    let text = &texts().dns;
    let file = form_field("change[file]");
    let only = form_state().ticked(ONLY, "true").unwrap_or_default();
    view! {
        <ActingInputs acting=acting />
        <input type="hidden" name="change[domain]" value=domain.to_string() />
        <TextArea
            label=text.file
            name="change[file]"
            value=file.or("")
            problem=file.problem
            help=text.file_help
            rows=16
            required=true
        />
        <Checkbox label=text.only name=ONLY checked=only />
        <div class="form-actions">
            <Button kind=ButtonKind::Primary>{text.review}</Button>
            <LinkButton href=paths::zone(acting, domain)>{text.discard}</LinkButton>
        </div>
    }
}

/// The zone as a file.
pub async fn export_page() -> Result<Page, Instead> {
    let acting = use_account().acting;
    let domain: DomainId = path_id("domain")?;
    let file = ask!(dns.export(acting, domain))?;
    Err(Instead::File(Download { name: file.name, content_type: "text/dns; charset=utf-8", content: file.content }))
}
