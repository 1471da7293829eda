//! The form that chooses the categories of one contact.

use domain::audit::Change;
use domain::category::Category;
use domain::contact::{Notifications, Verdict};
use domain::error::PortalError;
use domain::notification::{Delivery, NotificationChoice, Seen, Why};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;

use super::api::{self, ChooseNotificationsFn};
use crate::contacts::{Changes, answered};
use crate::forms::{ActingInputs, Form, form_state};
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Badge, Banner, Button, ButtonKind, Checkbox, Icon, Tip, Tone};

const NAME: &str = "change[categories][]";

#[component]
pub fn ChoiceForm(
    /// What it begins with.
    choice: NotificationChoice,
    /// Runs once it was saved.
    #[prop(optional, into)]
    on_saved: Option<Callback<()>>,
) -> impl IntoView {
    let action = ServerAction::<ChooseNotificationsFn>::new();
    let (value, answered) = (action.value(), answered());
    Effect::new(move |_| {
        if value.with(|value| matches!(value, Some(Ok(())))) {
            answered.update(|count| *count += 1);
            if let Some(on_saved) = on_saved {
                on_saved.run(());
            }
        }
    });
    view! {
        <Form action=action>
            <Body choice=choice />
        </Form>
    }
}

#[component]
fn Body(choice: NotificationChoice) -> impl IntoView {
    let text = &texts().notifications;
    let (acting, state) = (use_account().acting, form_state());
    let begin = match &choice.notifications {
        Notifications::NotSet => choice.suggested.clone(),
        Notifications::Chosen(chosen) => chosen.clone(),
    };
    let ticked = |category: &Category| state.ticked(NAME, category.key()).unwrap_or(begin.contains(category));
    let ticks: BTreeSet<Category> = Category::ALL.into_iter().filter(ticked).collect();
    let ticks = RwSignal::new(ticks);
    let seen = RwSignal::new(Seen(choice.notifications.clone()));
    let refused = match &choice.choose {
        Verdict::Refused(why) => Some(texts().rights.denied(why)),
        Verdict::Allowed | Verdict::Absent => None,
    };
    let fixed = refused.is_some();
    let boxes = choice
        .deliveries
        .iter()
        .map(|(category, delivery)| {
            // What is chosen may be removed, also by somebody who may not choose it.
            let beyond = choice.beyond.get(category).filter(|_| !begin.contains(category));
            let reason = beyond.map(|why| texts().rights.denied(why));
            view! { <CategoryBox category=*category delivery=*delivery beyond=reason ticks=ticks /> }
        })
        .collect_view();
    let proposed = choice.notifications == Notifications::NotSet && !fixed;
    let proposal = if choice.suggested.is_empty() { text.nothing_proposed } else { text.proposed };
    let proposed = proposed.then(|| view! { <Tip icon=Icon::Bell>{proposal}</Tip> });
    let inactive = choice.deliveries.iter().any(|(_, delivery)| *delivery == Delivery::Inactive);
    view! {
        <ActingInputs acting=acting />
        <input type="hidden" name="change[submission]" value=choice.submission.to_string() />
        <input type="hidden" name="change[contact]" value=choice.contact.to_string() />
        <input type="hidden" name="change[seen]" value=move || seen.with(Seen::to_string) />
        <Overtaken contact=choice.contact seen=seen />
        <p class="muted">{(text.sent_to)(&choice.email)}</p>
        {proposed}
        {refused.clone().map(|reason| view! { <Tip icon=Icon::Lock>{reason}</Tip> })}
        {inactive.then(|| view! { <Banner tone=Tone::Warn>{text.inactive}</Banner> })}
        <fieldset class="notify-boxes" disabled=fixed>
            <legend class="visually-hidden">{text.categories}</legend>
            {boxes}
        </fieldset>
        <div class="form-actions">
            <Button kind=ButtonKind::Primary pending=state.pending disabled_reason=refused>
                {text.change}
            </Button>
        </div>
    }
}

/// One category with what it holds; owners can't be without changes of access.
#[component]
fn CategoryBox(
    category: Category,
    delivery: Delivery,
    /// Why the actor may not choose it.
    beyond: Option<String>,
    ticks: RwSignal<BTreeSet<Category>>,
) -> impl IntoView {
    let (text, words) = (&texts().notifications, texts().rights.categories);
    let always = delivery == Delivery::Sent(Why::Owner);
    let withheld = match delivery {
        Delivery::Withheld(privilege) => Some((text.withheld)(texts().rights.privilege(privilege))),
        Delivery::Off | Delivery::Sent(_) | Delivery::Inactive => None,
    };
    let reason = if always { Some(text.always.to_owned()) } else { beyond };
    let change = move |on: bool| {
        ticks.update(|ticks| {
            if on {
                ticks.insert(category);
            } else {
                ticks.remove(&category);
            }
        });
    };
    view! {
        <Checkbox
            label=words.name(category)
            name=NAME
            value=category.key()
            help=words.holds(category)
            checked=Signal::derive(move || always || ticks.with(|ticks| ticks.contains(&category)))
            disabled_reason=reason
            on_change=change
        >
            {withheld.map(|text| view! { <Badge tone=Tone::Warn>{text}</Badge> })}
        </Checkbox>
    }
}

/// Somebody else chose meanwhile: says what, keeps the ticks, and makes the next press go over it.
#[component]
fn Overtaken(contact: domain::id::ContactId, seen: RwSignal<Seen>) -> impl IntoView {
    let acting = use_account().acting;
    let error = form_state().error;
    let conflict = Memo::new(move |_| match error.get() {
        Some(PortalError::Conflict { changed, .. }) => Some(changed),
        _ => None,
    });
    // A page that answers a posted form was drawn with the present choice already.
    Effect::new(move |_| {
        if conflict.with(Option::is_none) {
            return;
        }
        spawn_local(async move {
            if let Ok(fresh) = api::read(acting, contact).await {
                seen.set(Seen(fresh.notifications));
            }
        });
    });
    let lines = |changed: Vec<Change>| {
        view! {
            <Banner tone=Tone::Warn>
                <Changes changes=changed />
                <p>{texts().notifications.overtaken}</p>
            </Banner>
        }
    };
    move || conflict.get().map(lines)
}
