//! What needs its reader, each by name with the one button that goes on with it.

use crate::contacts::{InvitationInputs, address};
use crate::forms::PostForm;
use crate::invitations::api::InvitationCommandFn;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, EmptyState, Glyph, Icon, LinkButton, Moment, Panel};
use domain::account::dashboard::{
    AccessEnding, Due, Expiring, Few, InvoiceUnpaid, Needs, OwnershipOffered, RequestWaiting, Unanswered,
};
use domain::acting::Acting;
use domain::contact::{ContactFilter, Verdict};
use domain::id::SubmissionId;
use domain::invitation::InvitationVerb;
use domain::paths;
use domain::rights::Effective;
use domain::status::ContactStatus;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// How much it presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Press {
    Late,
    Soon,
    Open,
}

impl Press {
    const fn class(self) -> &'static str {
        match self {
            Self::Late => "need-dot need-late",
            Self::Soon => "need-dot need-soon",
            Self::Open => "need-dot",
        }
    }
}

/// One thing.
struct Need {
    /// What tells it from the others.
    key: String,
    press: Press,
    /// Who or what it is about; empty where the rest says it.
    name: String,
    /// What is to be said of it.
    says: String,
    /// An amount, where it is one of money.
    amount: Option<String>,
    /// The date.
    at: Option<domain::time::Moment>,
    /// What goes on with it.
    button: AnyView,
}

pub fn panel(needs: Needs, submission: SubmissionId) -> AnyView {
    let text = &texts().accounts.dashboard.needs;
    let items = items(needs, submission);
    if !items.is_empty() {
        return view! { <Panel title=text.title><ul class="needs">{items}</ul></Panel> }.into_any();
    }
    let text = &texts().accounts.dashboard;
    if use_account().view.actor.standing.effective == Effective::default() {
        return view! { <EmptyState title=text.nothing_here text=text.nothing_here_text icon=Icon::Lock /> }.into_any();
    }
    view! {
        <section class="panel calm">
            <Glyph icon=Icon::Check />
            <div>
                <h2>{text.needs.nothing}</h2>
                <p class="muted">{text.needs.nothing_text}</p>
            </div>
        </section>
    }
    .into_any()
}

/// Everything there is, the pressing first.
fn items(needs: Needs, submission: SubmissionId) -> Vec<AnyView> {
    let text = &texts().accounts.dashboard.needs;
    let acting = use_account().acting;
    let Needs { ownership, ends, requests, invoices, services, domains, access, ending, expired, without_mails } =
        needs;
    let status = |status| {
        let filter = ContactFilter { status: Some(status), ..ContactFilter::default() };
        address::filtered_by(acting, &filter)
    };
    let requests_page = paths::requests(acting);
    let mut items: Vec<AnyView> = Vec::new();
    items.extend(ownership.map(|offer| item(offered(acting, offer))));
    items.extend(ends.map(|ends| item(own_end(acting, ends))));
    items.extend(group(requests, requests_page.clone(), |request| waiting(&requests_page, request)));
    items.extend(group(invoices, paths::unpaid_invoices(acting), |invoice| unpaid(acting, invoice)));
    let page = paths::expiring_services(acting);
    items.extend(group(services, page.clone(), |service| expiring(&page, service)));
    let page = paths::expiring_domains(acting);
    items.extend(group(domains, page.clone(), |domain| expiring(&page, domain)));
    items.extend(group(access, paths::contacts(acting), |person| losing(acting, person)));
    // Beside those that end soon the list has others, so no number leads to it.
    let rest = text.more_of(ending.more);
    let rest = rest.map(|_| onward(status(ContactStatus::RequestPending), text.all_pending.to_owned()));
    items.extend(ending.rows.into_iter().map(|row| item(unanswered(row, acting, submission, Press::Soon))));
    items.extend(rest);
    items.extend(group(expired, status(ContactStatus::InvitationExpired), |row| {
        unanswered(row, acting, submission, Press::Late)
    }));
    items.extend(text.people_without_mails(without_mails).map(|says| item(silent(acting, says))));
    items
}

/// The first of a kind, and the way to the others.
fn group<T>(few: Few<T>, all: String, need: impl FnMut(T) -> Need) -> Vec<AnyView> {
    let Few { rows, more } = few;
    let mut items: Vec<AnyView> = rows.into_iter().map(need).map(item).collect();
    items.extend(texts().accounts.dashboard.needs.more_of(more).map(|more| onward(all, more)));
    items
}

/// The way to others of a kind.
fn onward(href: String, label: String) -> AnyView {
    view! { <li class="need-more"><a class="onward" href=href>{label}</a></li> }.into_any()
}

fn item(need: Need) -> AnyView {
    let Need { key, press, name, says, amount, at, button } = need;
    let name = (!name.is_empty()).then(|| view! { <strong>{name}</strong> " " });
    let amount = amount.map(|amount| view! { <span class="amount">{amount}</span> });
    let at = at.map(|at| view! { <Moment instant=at.iso text=at.text /> });
    view! {
        <li class="need" data-key=key>
            <span class=press.class()></span>
            <p class="need-text">{name} {says}</p>
            <p class="need-note">{amount} {at}</p>
            {button}
        </li>
    }
    .into_any()
}

/// A link that looks like a button. Several have the same word: it is heard with what it is about.
fn link(href: String, label: &'static str, about: &str) -> AnyView {
    let named = texts().accounts.dashboard.needs.named(label, about);
    view! { <LinkButton href=href attr:aria-label=named>{label}</LinkButton> }.into_any()
}

fn offered(acting: Acting, offer: OwnershipOffered) -> Need {
    let text = &texts().accounts.dashboard.needs;
    let button = link(paths::owners(acting), text.open, texts().ownership.owners);
    Need {
        key: "ownership".to_owned(),
        press: Press::Open,
        name: offer.from,
        says: text.offers_ownership(offer.until.days),
        amount: None,
        at: Some(offer.until.at),
        button,
    }
}

fn own_end(acting: Acting, ends: Due) -> Need {
    let text = &texts().accounts.dashboard.needs;
    Need {
        key: "own-access".to_owned(),
        press: Press::Soon,
        name: String::new(),
        says: text.own_access_ends(ends.days),
        amount: None,
        at: Some(ends.at),
        button: link(paths::settings(acting), text.open, texts().shell.my_rights_here),
    }
}

fn waiting(page: &str, request: RequestWaiting) -> Need {
    let text = &texts().accounts.dashboard.needs;
    let button = link(page.to_owned(), text.decide, &request.name);
    Need {
        key: format!("request-{}", request.id),
        press: Press::Open,
        says: text.asks(&texts().rights.right_at(request.right, &request.place)),
        name: request.name,
        amount: None,
        at: Some(request.at),
        button,
    }
}

fn unpaid(acting: Acting, invoice: InvoiceUnpaid) -> Need {
    let text = &texts().accounts.dashboard.needs;
    let name = text.invoice(&invoice.number);
    let says = match &invoice.due {
        None => text.unpaid.to_owned(),
        Some(due) if invoice.overdue => text.overdue(-due.days),
        Some(due) => text.due(due.days),
    };
    let button = link(paths::unpaid_invoices(acting), text.open, &name);
    Need {
        key: format!("invoice-{}", invoice.id),
        press: if invoice.overdue { Press::Late } else { Press::Open },
        name,
        says,
        amount: Some(texts().billing.money(&invoice.total)),
        at: invoice.due.map(|due| due.at),
        button,
    }
}

fn expiring(page: &str, thing: Expiring) -> Need {
    let text = &texts().accounts.dashboard.needs;
    let says = match (thing.expired, &thing.ends) {
        (true, Some(ends)) if ends.days <= 0 => text.expired_ago(-ends.days),
        (false, Some(ends)) => text.expires(ends.days),
        (true, _) | (false, None) => text.expired.to_owned(),
    };
    let button = link(page.to_owned(), text.open, &thing.name);
    Need {
        key: format!("{page}-{}", thing.name),
        press: if thing.expired { Press::Late } else { Press::Soon },
        name: thing.name,
        says,
        amount: None,
        at: thing.ends.map(|ends| ends.at),
        button,
    }
}

fn losing(acting: Acting, person: AccessEnding) -> Need {
    let text = &texts().accounts.dashboard.needs;
    let button = link(paths::contact(acting, person.contact), text.open, &person.name);
    Need {
        key: format!("access-{}", person.contact),
        press: Press::Soon,
        says: text.access_ends(person.ends.days),
        name: person.name,
        amount: None,
        at: Some(person.ends.at),
        button,
    }
}

/// Whoever may send it again does so here; others look at whom it is for.
fn unanswered(row: Unanswered, acting: Acting, submission: SubmissionId, press: Press) -> Need {
    let text = &texts().accounts.dashboard.needs;
    let says = match press {
        Press::Late => text.invitation_ended(-row.ends.days),
        Press::Soon | Press::Open => text.invitation_ends(row.ends.days),
    };
    let contact = row.contact;
    let button = if row.again == Verdict::Allowed {
        let label = texts().invitations.resend;
        let named = text.named(label, &row.name);
        view! {
            <PostForm path=InvitationCommandFn::PATH acting=acting>
                <InvitationInputs submission=submission contact=contact to=InvitationVerb::Resend />
                <Button attr:aria-label=named>{label}</Button>
            </PostForm>
        }
        .into_any()
    } else {
        link(paths::contact(acting, contact), text.open, &row.name)
    };
    let key = format!("invitation-{contact}");
    Need { key, press, says, name: row.name, amount: None, at: Some(row.ends.at), button }
}

fn silent(acting: Acting, says: String) -> Need {
    let text = &texts().accounts.dashboard.needs;
    let button = link(paths::notifications(acting), text.choose, texts().notifications.heading);
    let (key, name) = ("without-mails".to_owned(), String::new());
    Need { key, press: Press::Open, name, says, amount: None, at: None, button }
}
