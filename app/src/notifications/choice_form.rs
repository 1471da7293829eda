//! The form that chooses the categories of one contact.

use super::api::ChooseNotificationsFn;
use crate::contacts::{Changes, address};
use crate::forms::{ActingInputs, Form, form_state};
use crate::request::query;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Badge, Banner, Button, ButtonKind, Checkbox, Icon, Tip, Tone};
use domain::category::Category;
use domain::contact::{Notifications, Verdict};
use domain::error::PortalError;
use domain::notification::{Delivery, NotificationChoice, Seen, Why};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

const NAME: &str = "change[categories][]";

#[component]
pub fn ChoiceForm(
    /// What it begins with.
    choice: NotificationChoice,
) -> impl IntoView {
    view! {
        <Form path=ChooseNotificationsFn::PATH>
            <Body choice=choice />
        </Form>
    }
}

#[component]
fn Body(choice: NotificationChoice) -> impl IntoView {
    let text = &texts().notifications;
    let query = query();
    let next = address::next(use_account().acting, &query).map(|next| {
        view! { <input type="hidden" name="next" value=next /> }
    });
    let refused = match &choice.choose {
        Verdict::Refused(why) => Some(texts().rights.denied(why)),
        Verdict::Allowed | Verdict::Absent => None,
    };
    let fixed = refused.is_some();
    let proposed = choice.notifications == Notifications::NotSet && !fixed;
    let proposal = if choice.suggested.is_empty() { text.nothing_proposed } else { text.proposed };
    let proposed = proposed.then(|| view! { <Tip icon=Icon::Bell>{proposal}</Tip> });
    let inactive = choice.deliveries.iter().any(|(_, delivery)| *delivery == Delivery::Inactive);
    let boxes = boxes(&choice);
    view! {
        <ActingInputs acting=use_account().acting />
        {next}
        <input type="hidden" name="change[submission]" value=choice.submission.to_string() />
        <input type="hidden" name="change[contact]" value=choice.contact.to_string() />
        <input type="hidden" name="change[seen]" value=Seen(choice.notifications).to_string() />
        <Overtaken />
        <p class="muted">{text.sent_to(&choice.email)}</p>
        {proposed}
        {refused.clone().map(|reason| view! { <Tip icon=Icon::Lock>{reason}</Tip> })}
        {inactive.then(|| view! { <Banner tone=Tone::Warn>{text.inactive}</Banner> })}
        <fieldset class="notify-boxes" disabled=fixed>
            <legend class="visually-hidden">{text.categories}</legend>
            {boxes}
        </fieldset>
        <div class="form-actions">
            <Button kind=ButtonKind::Primary disabled_reason=refused>
                {text.change}
            </Button>
        </div>
    }
}

/// A box for each category, as it was posted or else as it was chosen or proposed.
fn boxes(choice: &NotificationChoice) -> Vec<impl IntoView + use<>> {
    let state = form_state();
    let begin = match &choice.notifications {
        Notifications::NotSet => &choice.suggested,
        Notifications::Chosen(chosen) => chosen,
    };
    choice
        .deliveries
        .iter()
        .map(|(category, delivery)| {
            let chosen = begin.contains(category);
            // What is chosen may be removed, also by somebody who may not choose it.
            let beyond = choice.beyond.get(category).filter(|_| !chosen).map(|why| texts().rights.denied(why));
            let ticked = state.ticked(NAME, category.key()).unwrap_or(chosen);
            view! { <CategoryBox category=*category delivery=*delivery beyond=beyond ticked=ticked /> }
        })
        .collect()
}

/// One category with what it holds; owners can't be without changes of access.
#[component]
fn CategoryBox(
    category: Category,
    delivery: Delivery,
    /// Why the actor may not choose it.
    beyond: Option<String>,
    ticked: bool,
) -> impl IntoView {
    let (text, words) = (&texts().notifications, &texts().rights.categories);
    let always = delivery == Delivery::Sent(Why::Owner);
    let withheld = match delivery {
        Delivery::Withheld(privilege) => Some(text.withheld(texts().rights.privilege(privilege))),
        Delivery::Off | Delivery::Sent(_) | Delivery::Inactive => None,
    };
    let reason = if always { Some(text.always.to_owned()) } else { beyond };
    let ticked = always || ticked;
    view! {
        <Checkbox
            label=words.name(category)
            name=NAME
            value=category.key()
            help=words.holds(category)
            checked=ticked
            disabled_reason=reason
        >
            {withheld.map(|text| view! { <Badge tone=Tone::Warn>{text}</Badge> })}
        </Checkbox>
    }
}

/// Somebody else chose meanwhile: says what. The ticks stay, and the next press goes over it.
#[component]
fn Overtaken() -> impl IntoView {
    let Some(PortalError::Conflict { changed, .. }) = form_state().error else { return None };
    Some(view! {
        <Banner tone=Tone::Warn>
            <Changes changes=changed />
            <p>{texts().notifications.overtaken}</p>
        </Banner>
    })
}
