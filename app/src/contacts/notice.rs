//! What the step before did, said at the top of the page it led to.

use domain::contact::{BulkOutcome, BulkProgress, BulkVerb, ContactVerb};
use domain::id::{ContactId, SubmissionId};
use domain::invitation::InvitationVerb;
use domain::live::Reached;
use leptos::either::Either;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::address;
use super::api::{ContactCommandFn, UndoContactsFn};
use super::command_inputs::CommandInputs;
use crate::forms::PostForm;
use crate::request::{Query, provider, said};
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Banner, Button, ButtonKind, Icon, Tone};
use domain::paths;
use texts::Texts;

/// How many people are named, of those that something is or was done to.
pub const NAMED: usize = 5;

/// What the page is told was done.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    Nothing,
    Saved(ContactId),
    CommandDone { to: ContactVerb, who: Option<ContactId>, reached: Reached },
    Invited { at_once: usize, waiting: usize },
    Invitation(InvitationVerb),
}

impl Said {
    fn read(query: &Query) -> Self {
        if let Some(contact) = query.parse("saved") {
            return Self::Saved(contact);
        }
        if let (Some(at_once), Some(waiting)) = (query.parse("at_once"), query.parse("later")) {
            return Self::Invited { at_once, waiting };
        }
        let done = query.text("done");
        if let Some(to) = address::invitation_from_key(done) {
            return Self::Invitation(to);
        }
        match address::verb_from_key(done) {
            Some(to) => {
                let count = |name| query.parse(name).unwrap_or(0);
                let reached = Reached { sessions: count("told"), consoles: count("consoles") };
                Self::CommandDone { to, who: query.parse("who"), reached }
            }
            None => Self::Nothing,
        }
    }
}

/// What came of the step before, as far as the list has asked for it.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// Who it was done to, where it was one.
    pub name: Option<String>,
    /// Who was saved.
    pub saved: Option<ContactId>,
    /// How far it is, where it was a bulk action.
    pub bulk: Option<BulkOutcome>,
}

impl Outcome {
    /// Whether it was done to those who were picked.
    pub fn is_of_picked(&self) -> bool {
        self.bulk.as_ref().is_some_and(|bulk| bulk.to.is_asked_for())
    }
}

/// What is said: on the page, and in a toast in its place where the program runs.
struct Notice {
    tone: Tone,
    text: String,
    toast: Option<String>,
    /// While it goes on: the address of the part that says how far it is.
    part: Option<String>,
    actions: Option<AnyView>,
}

impl Notice {
    fn good(text: impl Into<String>) -> Self {
        Self { tone: Tone::Good, text: text.into(), toast: None, part: None, actions: None }
    }
}

/// The notice, where there is something to say.
#[component]
pub fn StepNotice(
    /// The submission id of the page, for undoing.
    submission: SubmissionId,
    /// What came of the step, on the list: there it is said in a toast.
    #[prop(optional)]
    outcome: Option<Outcome>,
) -> impl IntoView {
    let Some(notice) = notice(submission, outcome) else {
        return view! { <div class="when-said" role="status" data-key="step"></div> }.into_any();
    };
    let Notice { tone, text, toast, part, actions } = notice;
    let is_final = part.is_none();
    let text = said_so_far(part, text);
    let banner = match actions {
        None => Either::Left(view! { <Banner tone=tone>{text}</Banner> }),
        Some(actions) => Either::Right(view! { <Banner tone=tone actions=move || actions>{text}</Banner> }),
    };
    view! {
        <div
            class="when-said"
            role="status"
            data-key="step"
            data-once=is_final
            data-tone=toast.is_some().then(|| tone.key())
            data-toast=toast
        >
            {banner}
        </div>
    }
    .into_any()
}

fn notice(submission: SubmissionId, outcome: Option<Outcome>) -> Option<Notice> {
    let text = texts();
    let on_list = outcome.is_some();
    let Outcome { name, bulk, .. } = outcome.unwrap_or_default();
    if let Some(bulk) = bulk {
        return Some(bulk_notice(bulk));
    }
    match Said::read(&said()) {
        Said::Nothing => None,
        Said::Saved(contact) => {
            let href = paths::contact(use_account().acting, contact);
            let link = view! { <a class="button" href=href>{text.contacts.form.show}</a> }.into_any();
            let words = &text.contacts.form;
            let saved = name.map_or_else(|| words.saved.to_owned(), |name| words.saved_of(&name));
            Some(Notice { actions: Some(link), ..Notice::good(saved) })
        }
        Said::CommandDone { to, who, reached } => {
            let words = &text.contacts.commands;
            let whole = |done: String| text.live.with_reached(done, reached);
            let bare = || words.command_done(to).to_owned();
            let toast = on_list.then(|| whole(name.map_or_else(bare, |name| words.command_done_to(to, &name))));
            let undo = who
                .zip(to.undone_by(provider().restore_days))
                .map(|(contact, to)| view! { <Undo submission=submission contact=contact to=to /> }.into_any());
            Some(Notice { toast, actions: undo, ..Notice::good(whole(bare())) })
        }
        Said::Invited { at_once, waiting } => Some(Notice::good(text.invitations.sent(at_once, waiting))),
        Said::Invitation(InvitationVerb::Resend) => Some(Notice::good(text.invitations.resent)),
        Said::Invitation(InvitationVerb::Cancel) => Some(Notice::good(text.invitations.cancelled)),
    }
}

/// The text of a notice: the part of its page that is asked for anew while something goes on.
fn said_so_far(part: Option<String>, said: String) -> impl IntoView {
    match part {
        Some(part) => Either::Left(view! { <span data-progress=part>{said}</span> }),
        None => Either::Right(said),
    }
}

/// That part alone; nothing once it is through.
pub fn progress(outcome: &BulkOutcome) -> Option<impl IntoView + use<>> {
    part_of(outcome).map(|part| said_so_far(Some(part), bulk_said(texts(), outcome)))
}

fn part_of(outcome: &BulkOutcome) -> Option<String> {
    let bulk = outcome.id.filter(|_| outcome.progress == BulkProgress::UnderWay)?;
    Some(address::progress(use_account().acting, bulk))
}

fn bulk_notice(outcome: BulkOutcome) -> Notice {
    let text = &texts().contacts;
    let said = bulk_said(texts(), &outcome);
    let undo = outcome.id.filter(|_| can_be_undone(&outcome, provider().restore_days)).map(|bulk| {
        view! {
            <PostForm path=UndoContactsFn::PATH acting=use_account().acting>
                <input type="hidden" name="change[submission]" value=address::undo_submission(bulk).to_string() />
                <input type="hidden" name="change[bulk]" value=bulk.to_string() />
                <Button kind=ButtonKind::Quiet icon=Icon::Undo>{text.commands.undo}</Button>
            </PostForm>
        }
    });
    let part = part_of(&outcome);
    let goes_on = part.is_some();
    let refresh = goes_on.then(|| view! { <a class="button" href="">{text.bulk.refresh}</a> });
    let actions = (undo.is_some() || goes_on).then(|| view! { {undo} {refresh} }.into_any());
    Notice {
        tone: if outcome.done == 0 { Tone::Warn } else { Tone::Good },
        toast: (!goes_on).then(|| said.clone()),
        part,
        actions,
        ..Notice::good(said)
    }
}

/// What became of many, in a sentence or two.
fn many(texts: &Texts, to: BulkVerb, done: usize, left: usize) -> String {
    let text = &texts.contacts.bulk;
    match (done, left) {
        (0, 0) => text.tick_first.to_owned(),
        (_, 0) => text.bulk_done(to, done),
        _ => format!("{} {}", text.bulk_done(to, done), text.left_alone(left)),
    }
}

/// What came of a bulk action: whom it was done to, who was left alone and why, and whether there is more to come.
fn bulk_said(texts: &Texts, outcome: &BulkOutcome) -> String {
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
        add(&format!("{name}: {}", texts.failure(why)));
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
    if more == 0 { first } else { format!("{first} {}", texts.contacts.and_more(more)) }
}

/// Whether a bulk action can be taken back, where what was deleted can be restored for so many days.
const fn can_be_undone(outcome: &BulkOutcome, restore_days: u32) -> bool {
    outcome.done > 0 && outcome.to.can_be_undone(restore_days)
}

#[component]
fn Undo(submission: SubmissionId, contact: ContactId, to: ContactVerb) -> impl IntoView {
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

    fn read(pairs: &[(&str, &str)]) -> Said {
        Said::read(&Query::of(pairs))
    }

    #[test]
    fn what_takes_something_back_is_not_done_to_those_picked() {
        let done = |to| Outcome { bulk: Some(BulkOutcome::nothing(to)), ..Outcome::default() }.is_of_picked();
        assert!(done(BulkVerb::Delete) && done(BulkVerb::GiveRole));
        assert!(!done(BulkVerb::Restore) && !Outcome::default().is_of_picked());
    }

    #[test]
    fn an_address_says_what_was_done_and_nothing_else() {
        let id: ContactId = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f".parse().expect("an id");
        let text = id.to_string();
        assert_eq!(read(&[("saved", &text)]), Said::Saved(id));
        let done = |sessions, consoles| {
            let reached = Reached { sessions, consoles };
            Said::CommandDone { to: ContactVerb::Delete, who: Some(id), reached }
        };
        assert_eq!(read(&[("done", "delete"), ("who", &text)]), done(0, 0));
        assert_eq!(read(&[("done", "delete"), ("who", &text), ("told", "2"), ("consoles", "1")]), done(2, 1));
        assert_eq!(read(&[("bulk", &text)]), Said::Nothing, "the page asks for it");
        assert_eq!(read(&[("done", "resend")]), Said::Invitation(InvitationVerb::Resend));
        let invited = Said::Invited { at_once: 0, waiting: 2 };
        assert_eq!(read(&[("at_once", "0"), ("later", "2")]), invited);
        assert_eq!(read(&[("done", "<b>"), ("saved", "you won")]), Said::Nothing);
    }
}
