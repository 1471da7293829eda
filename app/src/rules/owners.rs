//! The owners of an account: co-owners are appointed and dismissed here, and the account is handed over.

use super::api::{ChangeOwnerFn, OfferOwnershipFn};
use crate::contacts::PostForm;
use crate::forms::{ActingInputs, Form, any_echo, form_field, form_state};
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Badge, Button, ButtonKind, Choice, ChoiceGroup, Icon, Panel, PasswordField, Select, Tip, Tone};
use domain::contact::Verdict;
use domain::id::SubmissionId;
use domain::rules::{Candidate, OwnerRow, RulesPage};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The panels.
#[component]
pub fn Owners(
    /// The rules.
    rules: RulesPage,
) -> impl IntoView {
    let text = texts();
    let submission = rules.submission;
    let rows = rules
        .owners
        .iter()
        .map(|owner| view! { <Row owner=owner.clone() submission=submission /> })
        .collect::<Vec<_>>();
    let refused = match &rules.may_appoint {
        Verdict::Refused(why) => Some(text.rights.denied(why)),
        Verdict::Allowed | Verdict::Absent => None,
    };
    let (appoint, hand_over) = match refused {
        Some(reason) => (view! { <p class="muted">{reason}</p> }.into_any(), None),
        None => (
            view! { <Appoint candidates=rules.candidates.clone() owners=rules.owners.clone() submission=submission /> }
                .into_any(),
            Some(view! { <HandOver candidates=rules.candidates submission=submission /> }),
        ),
    };
    view! {
        <Panel title=text.rules.owners lead=text.rules.owners_lead>
            <ul class="rule-owners">{rows}</ul>
            {appoint}
        </Panel>
        {hand_over}
    }
}

#[component]
fn Row(owner: OwnerRow, submission: SubmissionId) -> impl IntoView {
    let text = texts();
    let acting = use_account().acting;
    let kind = text.shell.owner(owner.kind);
    let (name, label) = (owner.name.clone(), (text.rules.dismiss)(&owner.name));
    let dismiss = (owner.dismiss == Verdict::Allowed).then(|| {
        view! {
            <PostForm path=ChangeOwnerFn::PATH acting=acting>
                <input type="hidden" name="change[submission]" value=submission.to_string() />
                <input type="hidden" name="change[contact]" value=owner.contact.to_string() />
                <Button kind=ButtonKind::Danger name="change[to]" value="dismiss">
                    {label}
                </Button>
            </PostForm>
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

fn choices(candidates: &[Candidate]) -> Vec<ChoiceGroup> {
    let choices =
        candidates.iter().map(|candidate| Choice::new(candidate.contact.to_string(), candidate.label.clone()));
    vec![ChoiceGroup::plain(choices.collect())]
}

#[component]
fn Appoint(candidates: Vec<Candidate>, owners: Vec<OwnerRow>, submission: SubmissionId) -> impl IntoView {
    let text = &texts().rules;
    let acting = use_account().acting;
    let others: Vec<Candidate> = candidates
        .into_iter()
        .filter(|candidate| owners.iter().all(|owner| owner.contact != candidate.contact))
        .collect();
    if others.is_empty() {
        return view! { <p class="muted">{text.nobody_to_appoint}</p> }.into_any();
    }
    view! {
        <PostForm path=ChangeOwnerFn::PATH acting=acting class="rule-form">
            <input type="hidden" name="change[submission]" value=submission.to_string() />
            <Select
                label=text.new_co_owner
                name="change[contact]"
                id="appoint-contact"
                groups=choices(&others)
            />
            <Button icon=Icon::Plus name="change[to]" value="appoint">{text.appoint}</Button>
        </PostForm>
    }
    .into_any()
}

#[component]
fn HandOver(candidates: Vec<Candidate>, submission: SubmissionId) -> impl IntoView {
    let text = &texts().rules;
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
    let (text, people) = (&texts().rules, &texts().people);
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
