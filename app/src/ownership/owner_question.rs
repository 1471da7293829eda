//! The question before a co-owner is appointed or dismissed: the page asks it when its address says so.

use super::api::ChangeOwnerFn;
use crate::accounts::OfAccount;
use crate::forms::{PostForm, any_echo};
use crate::request::Query;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, LinkButton, Panel};
use domain::contact::Verdict;
use domain::id::{ContactId, SubmissionId};
use domain::ownership::{Candidate, EndAsContact, OwnerChange, OwnerRow, OwnershipPage};
use domain::paths;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// What the address calls the person of the question.
pub const CONTACT: &str = "contact";

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
    pub fn in_address(query: &Query, page: &OwnershipPage) -> Option<Self> {
        let contact: ContactId = query.parse(CONTACT)?;
        if asks(query, OwnerChange::Appoint) {
            page.appointable().find(|candidate| candidate.contact == contact).map(Self::appoint)
        } else if asks(query, OwnerChange::Dismiss) {
            let mut owners = page.owners.iter().filter(|owner| owner.dismiss == Verdict::Allowed);
            owners.find(|owner| owner.contact == contact).map(Self::dismiss)
        } else {
            None
        }
    }

    fn title(&self) -> String {
        let text = &texts().ownership;
        match self.to {
            OwnerChange::Appoint => text.appoint_title(&self.name),
            OwnerChange::Dismiss => text.dismiss_title(&self.name),
        }
    }

    /// What comes of it.
    fn consequence(&self) -> String {
        let text = &texts().ownership;
        match self.to {
            OwnerChange::Appoint => text.appoint_text(&self.name),
            OwnerChange::Dismiss => text.dismiss_text(&self.name),
        }
    }

    /// What becomes of the end of their access.
    fn what_of_the_end(&self) -> Option<String> {
        let text = &texts().ownership;
        match (self.to, &self.end) {
            (_, EndAsContact::Never) => None,
            (OwnerChange::Appoint, EndAsContact::Ends(at)) => Some(text.end_waits(&at.text)),
            (OwnerChange::Appoint, EndAsContact::Ended(at)) => Some(text.end_is_lifted(&at.text)),
            (OwnerChange::Dismiss, EndAsContact::Ends(at)) => Some(text.end_returns(&at.text)),
            (OwnerChange::Dismiss, EndAsContact::Ended(at)) => Some(text.end_is_past(&at.text)),
        }
    }

    fn yes(&self) -> String {
        let text = &texts().ownership;
        match self.to {
            OwnerChange::Appoint => text.appoint_yes(&self.name),
            OwnerChange::Dismiss => text.dismiss_yes.to_owned(),
        }
    }
}

/// Whether the address asks this of anybody.
pub fn asks(query: &Query, to: OwnerChange) -> bool {
    query.get("confirm") == Some(to.key())
}

/// The form that leads to the question.
#[component]
pub fn AskForm(
    to: OwnerChange,
    #[prop(default = "form-button")] class: &'static str,
    /// What names the person, as [`CONTACT`], and the button.
    children: Children,
) -> impl IntoView {
    view! {
        <form method="get" action=paths::owners(use_account().acting) class=class data-dialog="">
            <input type="hidden" name="confirm" value=to.key() />
            {children()}
        </form>
    }
}

#[component]
pub fn QuestionPanel(
    question: Question,
    /// The submission id of the page.
    submission: SubmissionId,
) -> impl IntoView {
    let acting = use_account().acting;
    // An answer may want the password first, and says so above: that is no question for a dialog.
    let fresh = any_echo().is_none();
    view! {
        <Panel title=question.title() attr:data-question=fresh>
            <Consequence question=question.clone() />
            <div class="form-actions">
                <Answer question=question submission=submission />
                <LinkButton href=paths::owners(acting) attr:data-close="">
                    {texts().contacts.cancel}
                </LinkButton>
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
