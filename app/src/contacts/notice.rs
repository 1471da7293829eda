//! What the step before did, said at the top of the page it led to.

use domain::contact::{BulkOutcome, BulkProgress, ContactVerb};
use domain::id::{ContactId, SubmissionId};
use domain::invitation::InvitationVerb;
use leptos::either::EitherOf4;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;

use super::address;
use super::api::{ContactCommandFn, UndoContactsFn};
use super::post_form::{CommandInputs, PostForm};
use crate::forms::any_echo;
use crate::request::provider;
use crate::shell::use_account;
use crate::text::{Texts, texts};
use crate::ui::{Banner, Button, ButtonKind, Icon, Tone};
use domain::paths;

/// How many people are named, of those that something is or was done to.
pub const NAMED: usize = 5;

/// What the address says was done.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    Nothing,
    Saved(ContactId),
    CommandDone {
        to: ContactVerb,
        who: Option<ContactId>,
        told: usize,
    },
    BulkDone {
        to: ContactVerb,
        done: usize,
        left: usize,
    },
    /// The page has asked for what came of it.
    Bulk,
    Invited {
        at_once: usize,
        waiting: usize,
    },
    Invitation(InvitationVerb),
}

impl Said {
    fn read(query: &ParamsMap) -> Self {
        let id = |name: &str| query.get_str(name).and_then(|id| id.parse().ok());
        let number = |name: &str| query.get_str(name).and_then(|number| number.parse().ok());
        if address::bulk(query).is_some() {
            return Self::Bulk;
        }
        if let Some(contact) = id("saved") {
            return Self::Saved(contact);
        }
        if let Some(to) = query.get_str("invitation").and_then(address::invitation_from_key) {
            return Self::Invitation(to);
        }
        if let (Some(at_once), Some(waiting)) = (number("at_once"), number("waiting")) {
            return Self::Invited { at_once, waiting };
        }
        match (query.get_str("done").and_then(address::verb_from_key), number("count")) {
            (Some(to), Some(done)) => Self::BulkDone { to, done, left: number("left").unwrap_or(0) },
            (Some(to), None) => Self::CommandDone { to, who: id("who"), told: number("told").unwrap_or(0) },
            (None, _) => Self::Nothing,
        }
    }
}

/// The notice, where there is something to say.
#[component]
pub fn StepNotice(
    /// The submission id of the page, for undoing.
    submission: SubmissionId,
    /// What came of the bulk action that the address speaks of.
    #[prop(default = None)]
    bulk: Option<BulkOutcome>,
) -> impl IntoView {
    let query = use_query_map();
    // A page that answers a form says that, and not what was done before.
    let answers = any_echo().is_some();
    let said = Memo::new(move |_| if answers { Said::Nothing } else { query.with(Said::read) });
    let text = &texts().contacts;
    let restore_days = provider().restore_days;
    view! {
        <div class="when-said" role="status">
            {move || match said.get() {
                Said::Nothing => EitherOf4::A(()),
                Said::Saved(contact) => {
                    let href = paths::contact(use_account().acting, contact);
                    let link = move || view! { <a class="button" href=href>{text.form.show}</a> };
                    EitherOf4::B(view! { <Banner tone=Tone::Good actions=link>{text.form.saved}</Banner> })
                }
                Said::CommandDone { to, who, told } => {
                    let actions = move || {
                        who.zip(to.undone_by(restore_days))
                            .map(|(contact, to)| view! { <Undo submission=submission contact=contact to=to /> })
                    };
                    let said = texts().live.with_sessions_reached(text.commands.command_done(to).to_owned(), told);
                    EitherOf4::C(view! { <Banner tone=Tone::Good actions=actions>{said}</Banner> })
                }
                Said::BulkDone { to, done, left } => {
                    let tone = if done == 0 { Tone::Warn } else { Tone::Good };
                    EitherOf4::D(view! { <Banner tone=tone>{many(texts(), to, done, left)}</Banner> }.into_any())
                }
                Said::Bulk => {
                    let bulk = bulk.clone().map(|outcome| view! { <BulkNotice outcome=outcome /> });
                    EitherOf4::D(bulk.into_any())
                }
                Said::Invited { at_once, waiting } => {
                    let said = (texts().invitations.sent)(at_once, waiting);
                    EitherOf4::D(view! { <Banner tone=Tone::Good>{said}</Banner> }.into_any())
                }
                Said::Invitation(to) => {
                    let said = match to {
                        InvitationVerb::Resend => texts().invitations.resent,
                        InvitationVerb::Cancel => texts().invitations.cancelled,
                    };
                    EitherOf4::D(view! { <Banner tone=Tone::Good>{said.to_owned()}</Banner> }.into_any())
                }
            }}
        </div>
    }
}

/// What became of many, in a sentence or two.
fn many(texts: &Texts, to: ContactVerb, done: usize, left: usize) -> String {
    let text = &texts.contacts.bulk;
    match (done, left) {
        (0, 0) => text.tick_first.to_owned(),
        (_, 0) => text.bulk_done(to, done),
        _ => format!("{} {}", text.bulk_done(to, done), (text.left_alone)(left)),
    }
}

/// What came of a bulk action: whom it was done to, who was left alone and why, and whether there is more to come.
pub fn bulk_said(texts: &Texts, outcome: &BulkOutcome) -> String {
    let text = &texts.contacts.bulk;
    let mut said = many(texts, outcome.to, outcome.done, outcome.unchanged + outcome.refused_count);
    let mut add = |part: &str| {
        said.push(' ');
        said.push_str(part);
    };
    if outcome.done > 0 {
        add(&format!("{}.", some(texts, &outcome.names, outcome.done)));
    }
    for (name, why) in outcome.refused.iter().take(3) {
        add(&format!("{name}: {}", texts.problems.failure(why)));
    }
    match outcome.progress {
        BulkProgress::Complete => {}
        BulkProgress::UnderWay => add(text.rest_under_way),
        BulkProgress::Stopped => add(text.rest_stopped),
    }
    said
}

/// The first names of a list, and how many more there are.
fn some(texts: &Texts, names: &[String], all: usize) -> String {
    let first = names.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = all.saturating_sub(names.len().min(NAMED));
    if more == 0 { first } else { format!("{first} {}", (texts.contacts.and_more)(more)) }
}

/// Whether a bulk action can be taken back, where what was deleted can be restored for so many days.
pub const fn can_be_undone(outcome: &BulkOutcome, restore_days: u32) -> bool {
    match outcome.to {
        ContactVerb::Suspend => outcome.done > 0,
        ContactVerb::Delete => outcome.done > 0 && restore_days > 0,
        ContactVerb::Reactivate | ContactVerb::Restore | ContactVerb::RestoreBare | ContactVerb::SendReset => false,
    }
}

#[component]
fn BulkNotice(outcome: BulkOutcome) -> impl IntoView {
    let acting = use_account().acting;
    let tone = if outcome.done == 0 { Tone::Warn } else { Tone::Good };
    let said = bulk_said(texts(), &outcome);
    let undo = outcome.id.filter(|_| can_be_undone(&outcome, provider().restore_days));
    let refresh = outcome.progress == BulkProgress::UnderWay;
    let actions = move || {
        let undo = undo.map(|bulk| {
            view! {
                <PostForm path=UndoContactsFn::PATH acting=acting>
                    <input type="hidden" name="change[submission]" value=address::undo_submission(bulk).to_string() />
                    <input type="hidden" name="change[bulk]" value=bulk.to_string() />
                    <Button kind=ButtonKind::Quiet icon=Icon::Undo>{texts().contacts.commands.undo}</Button>
                </PostForm>
            }
        });
        let refresh = refresh.then(|| {
            // The browser goes there itself: to the router it is the same page.
            view! { <a class="button" href="" rel="external">{texts().contacts.bulk.refresh}</a> }
        });
        view! { {undo} {refresh} }
    };
    view! { <Banner tone=tone actions=actions>{said}</Banner> }
}

#[component]
fn Undo(submission: SubmissionId, contact: ContactId, to: ContactVerb) -> impl IntoView {
    let submission = address::submission(submission, contact, to);
    view! {
        <PostForm path=ContactCommandFn::PATH acting=use_account().acting>
            <CommandInputs submission=submission contact=contact to=to />
            <Button kind=ButtonKind::Quiet icon=Icon::Undo>{texts().contacts.commands.undo}</Button>
        </PostForm>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(pairs: &[(&str, &str)]) -> Said {
        let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Said::read(&pairs.collect::<ParamsMap>())
    }

    #[test]
    fn an_address_says_what_was_done_and_nothing_else() {
        let id: ContactId = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f".parse().expect("an id");
        let text = id.to_string();
        assert_eq!(said(&[("saved", &text)]), Said::Saved(id));
        let done = |told| Said::CommandDone { to: ContactVerb::Delete, who: Some(id), told };
        assert_eq!(said(&[("done", "delete"), ("who", &text)]), done(0));
        assert_eq!(said(&[("done", "delete"), ("who", &text), ("told", "2")]), done(2));
        let many = Said::BulkDone { to: ContactVerb::Suspend, done: 12, left: 3 };
        assert_eq!(said(&[("done", "suspend"), ("count", "12"), ("left", "3")]), many);
        assert_eq!(said(&[("done", "suspend"), ("count", "12"), ("left", "3"), ("bulk", &text)]), Said::Bulk);
        assert_eq!(said(&[("invitation", "resend")]), Said::Invitation(InvitationVerb::Resend));
        let invited = Said::Invited { at_once: 0, waiting: 2 };
        assert_eq!(said(&[("at_once", "0"), ("waiting", "2")]), invited);
        assert_eq!(said(&[("done", "<b>"), ("saved", "you won")]), Said::Nothing);
    }
}
