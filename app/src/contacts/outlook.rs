//! Beside a form about rights: what the person will see, can and cannot, what calls for trust, and what saving changes. The
//! program `rights` draws it anew after every click; without it the form is posted to see it anew.

use domain::privilege::Weight;
use domain::right::{Place, Right};
use domain::rights_form::{DomainRow, REVIEWED_FIELD, Row, Sentence, Topic};
use leptos::prelude::*;

use super::boxes::{Boxes, sentence};
use super::rights_program::RightsProgram;
use super::service_rows::{FIND, FIND_SUMMARY};
use crate::forms::form_state;
use crate::request::provider;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Icon, Panel, Tip, field_id};

#[component]
pub fn Outlook(
    boxes: Boxes,
    /// Its heading.
    #[prop(into)]
    title: String,
    /// Above the sensitive rights: who will have them.
    sensitive_title: String,
    /// The form says which rights it showed here, and nothing else is given.
    #[prop(optional)]
    reviewed: bool,
) -> impl IntoView {
    let text = &texts().contacts;
    let problem = form_state().problem(REVIEWED_FIELD).filter(|_| reviewed);
    let reviewed = reviewed.then(|| boxes.draft().rights().fingerprint());
    let changes = boxes.draft().had_something().then(|| view! { <Changes boxes=boxes.clone() /> });
    let can = boxes.draft().can().into_iter().map(|(topic, rights)| {
        let term = term(&boxes, topic);
        view! { <Entry term=term rights=rights boxes=boxes.clone() /> }
    });
    let can = can.collect::<Vec<_>>();
    let has_some = !can.is_empty();
    let program = view! { <RightsProgram boxes=boxes.clone() /> };
    view! {
        <div id=field_id(REVIEWED_FIELD) tabindex="-1">
            <Panel title=title class="outlook">
                {problem.map(|problem| view! { <p class="field-problem">{problem}</p> })}
                <Sensitive boxes=boxes.clone() title=sensitive_title />
                <div class="outlook-parts" id="rights-review">
                    {changes}
                    <Menu boxes=boxes.clone() />
                    <div>
                        <h3>{text.outlook.can}</h3>
                        <p class="muted outlook-none" hidden=has_some>
                            {text.outlook.nothing}
                        </p>
                        <dl class="outlook-can">{can}</dl>
                    </div>
                </div>
                {reviewed
                    .map(|fingerprint| view! { <input type="hidden" name=REVIEWED_FIELD value=fingerprint /> })}
                <p class="muted outlook-owners">{text.privileges.owner_tip}</p>
                <template data-template="rights-given">
                    <Entry term=text.outlook.roles.to_owned() rights=Vec::new() boxes=boxes.clone() />
                </template>
            </Panel>
            {program}
        </div>
    }
}

/// Works the summary out anew, where no program does.
#[component]
pub fn UpdateButton() -> impl IntoView {
    view! {
        <span class="still-only">
            <Button kind=ButtonKind::Quiet name=FIND value=FIND_SUMMARY>
                {texts().contacts.outlook.update}
            </Button>
        </span>
    }
}

/// The first button of its form is the one that browsers press when somebody presses Enter: it saves.
#[component]
pub fn EnterSaves() -> impl IntoView {
    view! { <button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true"></button> }
}

/// The entries of the menu. Both lists have all of them, and each shows its own: the program only turns them around.
#[component]
fn Menu(boxes: Boxes) -> impl IntoView {
    let (text, outlook, word) = (&texts().shell, &texts().contacts.outlook, provider().people);
    let menu = boxes.draft().menu();
    let list = |shows: bool| {
        let entries = menu.iter().map(|(entry, seen)| {
            let is_off = *seen != shows;
            view! { <li hidden=is_off>{text.entry(*entry, word)}</li> }
        });
        entries.collect::<Vec<_>>()
    };
    let sees_all = menu.iter().all(|(_, seen)| *seen);
    view! {
        <div>
            <h3>{outlook.menu}</h3>
            <ul class="outlook-menu">{list(true)}</ul>
        </div>
        <div hidden=sees_all>
            <h3>{outlook.cannot}</h3>
            <ul class="outlook-cannot">{list(false)}</ul>
        </div>
    }
}

fn term(boxes: &Boxes, topic: Topic) -> String {
    let text = texts();
    match topic {
        Topic::Roles => text.contacts.outlook.roles.to_owned(),
        Topic::Area(area) => text.rights.area(area).to_owned(),
        Topic::Row(Row::All) => text.rights.all_services.to_owned(),
        Topic::Row(Row::New) => text.rights.new_services.to_owned(),
        Topic::Row(Row::One(id)) => {
            let service = boxes.draft().ground().services.iter().find(|service| service.id == id);
            let name = service.and_then(|service| service.name.clone());
            name.unwrap_or_else(|| text.rights.unknown_service().to_owned())
        }
        Topic::Domains(DomainRow::All) => text.rights.all_domains.to_owned(),
        Topic::Domains(DomainRow::New) => text.rights.new_domains.to_owned(),
        Topic::Domains(DomainRow::One(id)) => {
            let domain = boxes.draft().ground().domains.iter().find(|domain| domain.id == id);
            domain.and_then(|domain| domain.name.clone()).unwrap_or_else(|| text.rights.one_domain.to_owned())
        }
    }
}

#[component]
fn Entry(term: String, rights: Vec<Right>, boxes: Boxes) -> impl IntoView {
    let rights = rights
        .into_iter()
        .enumerate()
        .map(|(at, right)| {
            let comma = if at > 0 { ", " } else { "" };
            let is_role = matches!(right, Right::Role(_) | Right::OwnRole(_));
            let name = boxes.name(right);
            if !is_role && right.weight() == Weight::Sensitive {
                view! { {comma} <mark>{name}</mark> }.into_any()
            } else {
                view! { {comma} {name} }.into_any()
            }
        })
        .collect::<Vec<_>>();
    view! {
        <div>
            <dt>{term}</dt>
            <dd>{rights}</dd>
        </div>
    }
}

/// What saving changes, for somebody who has something already.
#[component]
fn Changes(boxes: Boxes) -> impl IntoView {
    let (gained, lost) = (boxes.draft().gained(), boxes.draft().lost());
    let unchanged = gained.is_empty() && lost.is_empty();
    let said =
        |which: Sentence, (right, place): (Right, Place)| sentence(which, &texts().rights.right_at(right, &place), 0);
    let gained = gained.into_iter().map(|gained| view! { <li><ins>{said(Sentence::Gained, gained)}</ins></li> });
    let lost = lost.into_iter().map(|lost| view! { <li><del>{said(Sentence::Lost, lost)}</del></li> });
    view! {
        <div hidden=unchanged>
            <h3>{texts().contacts.outlook.changes}</h3>
            <ul class="changes">{gained.collect::<Vec<_>>()} {lost.collect::<Vec<_>>()}</ul>
        </div>
    }
}

/// What the contact will newly be able to do that calls for trust (S0.27); nothing while there is no such thing.
#[component]
fn Sensitive(boxes: Boxes, title: String) -> impl IntoView {
    let list = boxes.draft().newly_sensitive();
    let lines: Vec<String> = list.iter().map(|(right, place)| texts().rights.right_at(*right, place)).collect();
    let said = (!lines.is_empty()).then(|| view! { <SensitiveTip title=title.clone() lines=lines /> });
    view! {
        <div class="when-said" id="rights-sensitive" aria-live="polite">
            {said}
        </div>
        <template data-template="rights-sensitive">
            <SensitiveTip title=title lines=Vec::new() />
        </template>
    }
}

#[component]
fn SensitiveTip(title: String, lines: Vec<String>) -> impl IntoView {
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>();
    view! {
        <Tip icon=Icon::Shield title=title>
            <ul class="rights">{lines}</ul>
        </Tip>
    }
}
