//! The owners of an account: co-owners are appointed and dismissed here, and the account is handed over.

use super::api::OfferOwnershipFn;
use super::owner_question::{AskForm, CONTACT, Question, QuestionPanel, asks};
use crate::forms::{ActingInputs, Form, any_echo, form_field};
use crate::request::query;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{
    AddressText, Badge, Button, ButtonKind, Choice, ChoiceGroup, Icon, Panel, PasswordField, Select, Tip, Tone,
};
use domain::contact::Verdict;
use domain::id::SubmissionId;
use domain::ownership::{Candidate, OwnerChange, OwnerRow, OwnershipPage};
use domain::problem::Problem;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

#[component]
pub fn Owners(page: OwnershipPage) -> impl IntoView {
    let text = texts();
    let submission = page.submission;
    let asked = Question::in_address(&query(), &page);
    let asked = asked.map(|question| view! { <QuestionPanel question=question submission=submission /> });
    let rows = page.owners.iter().map(|owner| view! { <Row owner=owner.clone() /> }).collect::<Vec<_>>();
    let refused = match &page.may_appoint {
        Verdict::Refused(why) => Some(text.rights.denied(why)),
        Verdict::Allowed | Verdict::Absent => None,
    };
    let unproved = (!page.unproved.is_empty()).then(|| {
        let names = text.ownership.unproved(&page.unproved.join(", "));
        view! { <p class="muted">{names}</p> }
    });
    let (appoint, hand_over) = match refused {
        Some(reason) => (view! { <p class="muted">{reason}</p> }.into_any(), None),
        None => {
            let appointable: Vec<Candidate> = page.appointable().cloned().collect();
            let appoint = view! { <Appoint candidates=appointable /> }.into_any();
            (appoint, Some(view! { <HandOver candidates=page.candidates submission=submission /> }))
        }
    };
    view! {
        {asked}
        <Panel>
            <ul class="owner-list">{rows}</ul>
            {appoint}
            {unproved}
        </Panel>
        {hand_over}
    }
}

#[component]
fn Row(owner: OwnerRow) -> impl IntoView {
    let text = texts();
    let kind = text.shell.owner(owner.kind);
    let (name, contact) = (text.ownership.dismiss(&owner.name), owner.contact.to_string());
    let dismiss = (owner.dismiss == Verdict::Allowed).then(|| {
        view! {
            <AskForm to=OwnerChange::Dismiss>
                <Button kind=ButtonKind::Danger name=CONTACT value=contact attr:aria-label=name>
                    {text.ownership.dismiss_yes}
                </Button>
            </AskForm>
        }
    });
    view! {
        <li class="rule-row" data-key=owner.contact.to_string()>
            <span><strong>{owner.name}</strong> " " <span class="muted"><AddressText address=owner.email /></span></span>
            <Badge tone=Tone::Info>{kind}</Badge>
            {dismiss}
        </li>
    }
}

/// Nobody is chosen beforehand: whoever happens to be the first is not made an owner by mistake.
fn choices(candidates: &[Candidate]) -> Vec<ChoiceGroup> {
    let nobody = Choice::new("", texts().ownership.choose_person);
    let people = candidates
        .iter()
        .map(|Candidate { contact, name, email, .. }| Choice::new(contact.to_string(), format!("{name} ({email})")));
    vec![ChoiceGroup::plain(std::iter::once(nobody).chain(people).collect())]
}

#[component]
fn Appoint(candidates: Vec<Candidate>) -> impl IntoView {
    let text = &texts().ownership;
    if candidates.is_empty() {
        return view! { <p class="muted">{text.nobody_to_appoint}</p> }.into_any();
    }
    let groups = choices(&candidates);
    let query = query();
    let chose_nobody = asks(&query, OwnerChange::Appoint) && query.text(CONTACT).is_empty();
    let problem = chose_nobody.then(|| texts().problem(&Problem::NotOffered));
    view! {
        <AskForm to=OwnerChange::Appoint class="owner-form">
            <Select label=text.new_co_owner name=CONTACT id="appoint-contact" groups=groups problem=problem />
            <Button icon=Icon::Plus>{text.appoint}</Button>
        </AskForm>
    }
    .into_any()
}

#[component]
fn HandOver(candidates: Vec<Candidate>, submission: SubmissionId) -> impl IntoView {
    let text = &texts().ownership;
    let acting = use_account().acting;
    if candidates.is_empty() {
        return ().into_any();
    }
    // A form that came back stands open, with what is wrong.
    let open = any_echo().is_some_and(|echo| echo.form == OfferOwnershipFn::PATH);
    view! {
        <Panel title=text.hand_over lead=text.hand_over_lead>
            <details open=open>
                <summary>{text.hand_over}</summary>
                <Form path=OfferOwnershipFn::PATH>
                    <ActingInputs acting=acting />
                    <input type="hidden" name="change[submission]" value=submission.to_string() />
                    <Tip icon=Icon::Warning>{text.hand_over_tip}</Tip>
                    <NewOwner candidates=candidates />
                    <div>
                        <Button kind=ButtonKind::Danger>{text.offer}</Button>
                    </div>
                </Form>
            </details>
        </Panel>
    }
    .into_any()
}

#[component]
fn NewOwner(candidates: Vec<Candidate>) -> impl IntoView {
    let (text, people) = (&texts().ownership, &texts().people);
    let (contact, current) = (form_field("change[contact]"), form_field("change[current]"));
    view! {
        <Select
            label=text.new_owner
            name="change[contact]"
            id="offer-contact"
            groups=choices(&candidates)
            value=contact.value
            problem=contact.problem
        />
        <PasswordField
            label=people.current_password
            name="change[current]"
            show_label=people.show
            hide_label=people.hide
            problem=current.problem
            autocomplete="current-password"
            required=true
        />
    }
}
