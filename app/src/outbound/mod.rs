//! On to another site: the page between, and how a server function leads there.

use crate::request::{FunctionError, path_id, see_other};
use crate::shell::{Instead, Page, notice};
use crate::text::texts;
use crate::ui::{ButtonKind, Icon, LinkButton};
use domain::paths;
use domain::text::Secret;
use leptos::prelude::*;

/// Has a form that was carried out lead to an address of another site, which the server itself came to. A form may not lead
/// there directly: it leads to a page of ours with a link that works once.
pub async fn lead_to(address: Secret) -> Result<(), FunctionError> {
    let token = ask!(outbound.issue(address))?;
    see_other(&paths::outbound(token.expose()));
    Ok(())
}

/// The page of such a link. Opening it consumes nothing; following the link does.
pub async fn outbound_page() -> Result<Page, Instead> {
    let text = &texts().outbound;
    let token: String = path_id("token")?;
    let Some(host) = ask!(outbound.host(Secret::new(token.clone())))? else {
        let way = view! {
            <LinkButton href=paths::HOME kind=ButtonKind::Primary>{texts().shell.to_start}</LinkButton>
        };
        return Ok(notice(text.dead, text.dead_text, Icon::Warning, way).not_found());
    };
    let (title, label) = (text.title(&host), text.go_on(&host));
    let way = view! {
        <LinkButton href=paths::follow_outbound(&token) kind=ButtonKind::Primary load=true onward=true>
            {label}
        </LinkButton>
    };
    Ok(notice(title, text.lead, Icon::External, way))
}
