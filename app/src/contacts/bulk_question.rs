//! The question before something is done to many: what their form is answered, in place of the list. Where the program
//! runs, the list stays and a dialog shows it.

use domain::access::{ContactAction, NotificationAction, Target};
use domain::acting::Acting;
use domain::category::Category;
use domain::contact::{BulkCommand, BulkPicked, BulkPreview, BulkVerb, ContactQuery};
use domain::id::{ContactId, SubmissionId};
use domain::list::Total;
use domain::rights::Rights;
use domain::role::{Role, RoleSet};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::address;
use super::api::BulkCommandFn;
use super::bulk::{CONTACTS, TO, everything_inputs};
use super::last_day::end_fields;
use super::whom::Whom;
use crate::accounts::OfAccount;
use crate::forms::PostForm;
use crate::request::provider;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Checkbox, Choice, ChoiceGroup, Icon, LinkButton, Panel, Select};

/// The question.
#[component]
pub fn BulkQuestion(
    /// The account and the view.
    acting: Acting,
    /// Whom it is about.
    preview: BulkPreview,
    /// What the list asks for.
    wanted: ContactQuery,
    /// The submission id of the page.
    submission: SubmissionId,
) -> impl IntoView {
    let text = &texts().contacts;
    let BulkPreview { picked, names, total, left } = preview;
    let to = left.to;
    let people = match total {
        Total::Exact(_) => text.people(total),
        Total::Many => text.bulk.many_people.to_owned(),
    };
    let title = text.bulk.title(to, &people, &use_account().view.name);
    let Words { consequence, yes, icon, kind } = words(to);
    let (list, inputs) = (address::write(acting, &wanted), picked_inputs(&picked));
    let submission = submission.to_string();
    view! {
        <Panel title=title attr:data-question=true>
            <OfAccount />
            <Whom names=names total=total />
            <p>{consequence}</p>
            <PostForm path=BulkCommandFn::PATH acting=acting return_to=Some(list.clone()) class="stack">
                <input type="hidden" name="ask" value="false" />
                <input type="hidden" name="change[submission]" value=submission />
                <input type="hidden" name=TO value=to.key() />
                {inputs}
                {choices(to)}
                <div class="form-actions">
                    <Button kind=kind icon=icon>
                        {yes}
                    </Button>
                    <LinkButton href=list attr:data-close=true>
                        {text.cancel}
                    </LinkButton>
                </div>
            </PostForm>
        </Panel>
    }
}

/// What a question says beside whom it is about.
struct Words {
    consequence: String,
    yes: &'static str,
    icon: Icon,
    kind: ButtonKind,
}

fn words(to: BulkVerb) -> Words {
    let text = &texts().contacts;
    let words = |consequence: &str, yes, icon, kind| Words { consequence: consequence.to_owned(), yes, icon, kind };
    match to {
        BulkVerb::Delete | BulkVerb::Restore => Words {
            consequence: text.bulk.delete_text(provider().restore_days),
            yes: text.commands.delete,
            icon: Icon::Trash,
            kind: ButtonKind::Danger,
        },
        BulkVerb::Suspend | BulkVerb::Reactivate => {
            words(text.bulk.suspend_text, text.commands.suspend, Icon::Pause, ButtonKind::Danger)
        }
        BulkVerb::Resend => words(text.bulk.resend_text, text.bulk.resend, Icon::Mail, ButtonKind::Primary),
        BulkVerb::GiveRole | BulkVerb::TakeRole => {
            words(text.bulk.give_role_text, text.bulk.give_role_yes, Icon::Shield, ButtonKind::Primary)
        }
        BulkVerb::Notify => {
            words(text.bulk.choose_mails_text, text.bulk.choose_mails_yes, Icon::Bell, ButtonKind::Primary)
        }
        BulkVerb::SetEnd => words(text.bulk.set_end_text, text.bulk.set_end_yes, Icon::Calendar, ButtonKind::Primary),
    }
}

/// What is still to be chosen or typed.
fn choices(to: BulkVerb) -> Option<AnyView> {
    match to {
        BulkVerb::GiveRole => Some(roles().into_any()),
        BulkVerb::Notify => Some(categories().into_any()),
        BulkVerb::SetEnd => Some(end_fields().into_any()),
        BulkVerb::Suspend
        | BulkVerb::Reactivate
        | BulkVerb::Delete
        | BulkVerb::Restore
        | BulkVerb::Resend
        | BulkVerb::TakeRole => None,
    }
}

/// The roles; with the reason those that are not one's own to give.
fn roles() -> impl IntoView {
    let (text, account) = (texts(), use_account());
    let choice = |role: Role| {
        let given = Rights { roles: RoleSet::of(&[role]), ..Rights::default() };
        let choice = Choice::new(role.key(), text.rights.role(role));
        match account.view.actor.check(ContactAction::Add(&[], &given)) {
            Ok(()) => choice,
            Err(why) => choice.disabled(text.rights.denied(&why)),
        }
    };
    let roles = Role::ALL.into_iter().map(choice).collect();
    view! { <Select label=text.contacts.bulk.role name="change[with][role]" groups=vec![ChoiceGroup::plain(roles)] /> }
}

/// The categories of mails; with the reason those that one may not have sent to others.
fn categories() -> impl IntoView {
    let (text, account) = (texts(), use_account());
    let words = &text.rights.categories;
    // Nobody: only what whoever chooses lacks is in the way.
    let somebody = Target::unread(ContactId::new(account.acting.account.uuid()));
    let boxes = Category::ALL.map(|category| {
        let new = [category].into();
        let refused = account.view.actor.check(NotificationAction::Choose(somebody, &new)).err();
        view! {
            <Checkbox
                label=words.name(category)
                name="change[with][categories][]"
                value=category.key()
                help=words.holds(category)
                disabled_reason=refused.map(|why| text.rights.denied(&why))
            />
        }
    });
    view! {
        <fieldset class="notify-boxes">
            <legend class="visually-hidden">{text.notifications.categories}</legend>
            {boxes.collect_view()}
        </fieldset>
    }
}

fn picked_inputs(picked: &BulkPicked) -> AnyView {
    match picked {
        BulkPicked::Matching(filter) => everything_inputs(filter).into_any(),
        BulkPicked::These(contacts) => {
            view! { <input type="hidden" name=CONTACTS value=BulkCommand::joined(contacts) /> }.into_any()
        }
    }
}
