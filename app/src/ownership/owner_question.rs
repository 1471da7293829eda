//! The question before a co-owner is appointed or dismissed: in a dialog, or on the page when its address asks.

use super::api::ChangeOwnerFn;
use crate::accounts::OfAccount;
use crate::contacts::PostForm;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, ButtonType, Dialog, DialogActions, DialogSize, LinkButton, Panel};
use domain::contact::Verdict;
use domain::id::{ContactId, SubmissionId};
use domain::ownership::{Candidate, EndAsContact, OwnerChange, OwnerRow, OwnershipPage};
use domain::paths;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::params::ParamsMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    contact: ContactId,
    name: String,
    end: EndAsContact,
    to: OwnerChange,
}

impl Question {
    /// Whether to make somebody a co-owner.
    pub fn appoint(candidate: &Candidate) -> Self {
        let Candidate { contact, name, end, .. } = candidate.clone();
        Self { contact, name, end, to: OwnerChange::Appoint }
    }

    /// Whether to make a co-owner an ordinary contact again.
    pub fn dismiss(owner: &OwnerRow) -> Self {
        let OwnerRow { contact, name, end, .. } = owner.clone();
        Self { contact, name, end, to: OwnerChange::Dismiss }
    }

    /// The question of the address, where the page can answer it.
    pub fn in_address(query: &ParamsMap, page: &OwnershipPage) -> Option<Self> {
        let who: ContactId = query.get_str("who")?.parse().ok()?;
        if asks(query, OwnerChange::Appoint) {
            page.appointable().find(|candidate| candidate.contact == who).map(Self::appoint)
        } else if asks(query, OwnerChange::Dismiss) {
            let mut owners = page.owners.iter().filter(|owner| owner.dismiss == Verdict::Allowed);
            owners.find(|owner| owner.contact == who).map(Self::dismiss)
        } else {
            None
        }
    }

    fn title(&self) -> String {
        let text = &texts().ownership;
        match self.to {
            OwnerChange::Appoint => (text.appoint_title)(&self.name),
            OwnerChange::Dismiss => (text.dismiss_title)(&self.name),
        }
    }

    /// What comes of it.
    fn consequence(&self) -> String {
        let text = &texts().ownership;
        match self.to {
            OwnerChange::Appoint => (text.appoint_text)(&self.name),
            OwnerChange::Dismiss => (text.dismiss_text)(&self.name),
        }
    }

    /// What becomes of the end of their access.
    fn what_of_the_end(&self) -> Option<String> {
        let text = &texts().ownership;
        match (self.to, &self.end) {
            (_, EndAsContact::Never) => None,
            (OwnerChange::Appoint, EndAsContact::Ends(at)) => Some((text.end_waits)(&at.text)),
            (OwnerChange::Appoint, EndAsContact::Ended(at)) => Some((text.end_is_lifted)(&at.text)),
            (OwnerChange::Dismiss, EndAsContact::Ends(at)) => Some((text.end_returns)(&at.text)),
            (OwnerChange::Dismiss, EndAsContact::Ended(at)) => Some((text.end_is_past)(&at.text)),
        }
    }

    fn yes(&self) -> String {
        let text = &texts().ownership;
        match self.to {
            OwnerChange::Appoint => (text.appoint_yes)(&self.name),
            OwnerChange::Dismiss => text.dismiss_yes.to_owned(),
        }
    }
}

/// Whether the address asks this of anybody.
pub fn asks(query: &ParamsMap, to: OwnerChange) -> bool {
    query.get_str("confirm") == Some(to.key())
}

/// The form that leads to the question: the living page opens the dialog, the browser by itself the page's own address.
#[component]
pub fn AskForm(
    to: OwnerChange,
    /// Opens the dialog.
    ask: Callback<()>,
    #[prop(default = "form-button")] class: &'static str,
    /// What names the person, as `who`, and the button.
    children: Children,
) -> impl IntoView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        ask.run(());
    };
    view! {
        <form method="get" action=paths::rules(use_account().acting) class=class on:submit=submit>
            <input type="hidden" name="confirm" value=to.key() />
            {children()}
        </form>
    }
}

/// The question of the page's dialog.
#[derive(Clone, Copy)]
pub struct Asking {
    question: RwSignal<Option<Question>>,
    open: RwSignal<bool>,
}

impl Asking {
    /// Made once per page.
    pub fn new() -> Self {
        Self { question: RwSignal::new(None), open: RwSignal::new(false) }
    }

    /// Opens the dialog.
    pub fn ask(self, question: Question) {
        self.question.set(Some(question));
        self.open.set(true);
    }
}

#[component]
pub fn QuestionDialog(
    asking: Asking,
    /// The submission id of the page.
    submission: SubmissionId,
) -> impl IntoView {
    let text = &texts().contacts;
    let title =
        Signal::derive(move || asking.question.with(|asked| asked.as_ref().map(Question::title)).unwrap_or_default());
    let content = move || {
        asking.question.get().map(|question| {
            view! {
                <Consequence question=question.clone() />
                <DialogActions>
                    <Button button_type=ButtonType::Button on_press=move || asking.open.set(false)>
                        {text.cancel}
                    </Button>
                    <Answer question=question submission=submission />
                </DialogActions>
            }
        })
    };
    view! {
        <Dialog id="rules-owner" title=title open=asking.open close_label=text.close size=DialogSize::Small>
            {content}
        </Dialog>
    }
}

/// The question on the page.
#[component]
pub fn QuestionPanel(
    question: Question,
    /// The submission id of the page.
    submission: SubmissionId,
) -> impl IntoView {
    let acting = use_account().acting;
    view! {
        <Panel title=question.title()>
            <Consequence question=question.clone() />
            <div class="form-actions">
                <Answer question=question submission=submission />
                <LinkButton href=paths::rules(acting)>{texts().contacts.cancel}</LinkButton>
            </div>
        </Panel>
    }
}

#[component]
fn Consequence(question: Question) -> impl IntoView {
    view! {
        <OfAccount />
        <p>{question.consequence()}</p>
        {question.what_of_the_end().map(|end| view! { <p>{end}</p> })}
    }
}

/// The button that carries it out.
#[component]
fn Answer(question: Question, submission: SubmissionId) -> impl IntoView {
    let acting = use_account().acting;
    view! {
        <PostForm path=ChangeOwnerFn::PATH acting=acting>
            <input type="hidden" name="change[submission]" value=submission.to_string() />
            <input type="hidden" name="change[contact]" value=question.contact.to_string() />
            <Button kind=ButtonKind::Danger name="change[to]" value=question.to.key()>
                {question.yes()}
            </Button>
        </PostForm>
    }
}
