//! The owners of an account: co-owners are appointed and dismissed here, and the account is handed over.

use super::api::OfferOwnershipFn;
use super::owner_question::{AskForm, Asking, Question, QuestionDialog, QuestionPanel, asks};
use crate::forms::{ActingInputs, Form, any_echo, form_field, form_state};
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Badge, Button, ButtonKind, Choice, ChoiceGroup, Icon, Panel, PasswordField, Select, Tip, Tone};
use domain::contact::Verdict;
use domain::id::SubmissionId;
use domain::ownership::{Candidate, OwnerChange, OwnerRow, OwnershipPage};
use domain::problem::Problem;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_query_map;

#[component]
pub fn Owners(page: OwnershipPage) -> impl IntoView {
    let text = texts();
    let (submission, asking) = (page.submission, Asking::new());
    let asked = use_query_map().with_untracked(|query| Question::in_address(query, &page));
    let asked = asked.map(|question| view! { <QuestionPanel question=question submission=submission /> });
    let rows = page.owners.iter().map(|owner| view! { <Row owner=owner.clone() asking=asking /> }).collect::<Vec<_>>();
    let refused = match &page.may_appoint {
        Verdict::Refused(why) => Some(text.rights.denied(why)),
        Verdict::Allowed | Verdict::Absent => None,
    };
    let unproved = (!page.unproved.is_empty()).then(|| {
        let names = (text.ownership.unproved)(&page.unproved.join(", "));
        view! { <p class="muted">{names}</p> }
    });
    let (appoint, hand_over) = match refused {
        Some(reason) => (view! { <p class="muted">{reason}</p> }.into_any(), None),
        None => {
            let appointable: Vec<Candidate> = page.appointable().cloned().collect();
            let appoint = view! { <Appoint candidates=appointable asking=asking /> }.into_any();
            (appoint, Some(view! { <HandOver candidates=page.candidates submission=submission /> }))
        }
    };
    view! {
        {asked}
        <Panel title=text.ownership.owners lead=text.ownership.owners_lead>
            <ul class="owner-list">{rows}</ul>
            {appoint}
            {unproved}
        </Panel>
        {hand_over}
        <QuestionDialog asking=asking submission=submission />
    }
}

#[component]
fn Row(owner: OwnerRow, asking: Asking) -> impl IntoView {
    let text = texts();
    let kind = text.shell.owner(owner.kind);
    let (name, label, who) = (owner.name.clone(), (text.ownership.dismiss)(&owner.name), owner.contact.to_string());
    let dismiss = (owner.dismiss == Verdict::Allowed).then(|| {
        let question = Question::dismiss(&owner);
        let ask = Callback::new(move |()| asking.ask(question.clone()));
        view! {
            <AskForm to=OwnerChange::Dismiss ask=ask>
                <Button kind=ButtonKind::Danger name="who" value=who>
                    {label}
                </Button>
            </AskForm>
        }
    });
    view! {
        <li class="rule-row">
            <span><strong>{name}</strong> " " <span class="muted">{owner.email}</span></span>
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
fn Appoint(candidates: Vec<Candidate>, asking: Asking) -> impl IntoView {
    let text = &texts().ownership;
    if candidates.is_empty() {
        return view! { <p class="muted">{text.nobody_to_appoint}</p> }.into_any();
    }
    let groups = choices(&candidates);
    let choose = || Some(texts().problems.field(&Problem::NotOffered));
    let chosen_nobody = use_query_map()
        .with_untracked(|query| asks(query, OwnerChange::Appoint) && query.get_str("who").is_none_or(str::is_empty));
    let problem = RwSignal::new(if chosen_nobody { choose() } else { None });
    let picked = RwSignal::new(String::new());
    let ask = Callback::new(move |()| {
        let who = candidates.iter().find(|candidate| candidate.contact.to_string() == picked.get_untracked());
        problem.set(if who.is_none() { choose() } else { None });
        if let Some(candidate) = who {
            asking.ask(Question::appoint(candidate));
        }
    });
    view! {
        <AskForm to=OwnerChange::Appoint ask=ask class="owner-form">
            <Select
                label=text.new_co_owner
                name="who"
                id="appoint-contact"
                groups=groups
                problem=problem
                on_change=move |who| picked.set(who)
            />
            <Button icon=Icon::Plus>{text.appoint}</Button>
        </AskForm>
    }
    .into_any()
}

#[component]
fn HandOver(candidates: Vec<Candidate>, submission: SubmissionId) -> impl IntoView {
    let text = &texts().ownership;
    let acting = use_account().acting;
    let action = ServerAction::<OfferOwnershipFn>::new();
    if candidates.is_empty() {
        return ().into_any();
    }
    // A form that came back stands open, with what is wrong.
    let open = any_echo().is_some_and(|echo| echo.form == OfferOwnershipFn::PATH);
    view! {
        <Panel title=text.hand_over lead=text.hand_over_lead>
            <details open=open>
                <summary>{text.hand_over}</summary>
                // The browser posts it itself: afterwards the page has to say something else.
                <Form action=action native=true>
                    <ActingInputs acting=acting />
                    <input type="hidden" name="change[submission]" value=submission.to_string() />
                    <Tip icon=Icon::Warning>{text.hand_over_tip}</Tip>
                    <NewOwner candidates=candidates />
                    <div>
                        <Button kind=ButtonKind::Danger pending=form_state().pending>{text.offer}</Button>
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
