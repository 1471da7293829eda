//! How much there is, each number a link to the list that shows just that many.

use crate::contacts::counted;
use crate::shell::use_account;
use crate::text::texts;
use domain::account::dashboard::Numbers;
use domain::list::Total;
use domain::paths;
use domain::rights::ServiceSight;
use leptos::prelude::*;

pub fn line(numbers: Numbers) -> impl IntoView {
    let text = &texts().accounts.dashboard;
    let account = use_account();
    let acting = account.acting;
    let services = |total: Total| match account.view.actor.standing.effective.sight() {
        ServiceSight::All => text.active_services(total),
        ServiceSight::ExpiringAnd(_) | ServiceSight::Only(_) => text.services(total),
    };
    let all = [
        numbers.services.map(|total| (paths::services(acting), total, services(total))),
        numbers.domains.map(|total| (paths::domains(acting), total, text.domain_names(total))),
        numbers.invoices.map(|total| (paths::unpaid_invoices(acting), total, text.unpaid_invoices(total))),
        numbers.contacts.map(|total| (paths::contacts(acting), total, text.people(total))),
    ];
    let all = all.into_iter().flatten().map(|(href, total, label)| {
        view! { <li><a class="number" href=href><strong>{counted(total)}</strong> " " {label}</a></li> }
    });
    let all = all.collect::<Vec<_>>();
    (!all.is_empty()).then(|| view! { <ul class="numbers">{all}</ul> })
}
