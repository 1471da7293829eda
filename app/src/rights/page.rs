//! Roles: which ones managers hand out, and the account's own roles and templates.

use super::api::SetHandOutFn;
use super::templates::OwnTemplates;
use crate::contacts::{SectionTab, SectionTabs};
use crate::forms::PostForm;
use crate::request::said;
use crate::shell::{Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{Button, Checkbox, PageHeader, Panel, SaidNotice};
use domain::access::ContactAction;
use domain::contact::Verdict;
use domain::id::SubmissionId;
use domain::role::{Role, RoleSet};
use domain::roles::{RolesPage, SetKind};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

pub async fn rules_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(ContactAction::List)?;
    let (text, acting) = (texts(), account.acting);
    let sets = ask!(roles.read(acting))?;
    let changed = (said().text("done") == "changed").then_some(text.roles.changed);
    let content = view! {
        <div class="page page-narrow">
            <PageHeader title=text.roles.title lead=text.roles.lead />
            <SectionTabs current=SectionTab::Roles />
            <SaidNotice text=changed />
            {panels(sets)}
        </div>
    };
    Ok(Page::new(text.roles.title, content))
}

fn panels(sets: RolesPage) -> impl IntoView {
    let submission = sets.submission;
    let own = [SetKind::Role, SetKind::Template].map(|kind| {
        let (templates, may) = (sets.templates.clone(), sets.may_keep_templates.clone());
        view! { <OwnTemplates kind=kind templates=templates may=may submission=submission /> }
    });
    view! {
        <HandOut hand_out=sets.hand_out may=sets.may_set_hand_out submission=submission />
        {own}
    }
}

/// Which roles managers may hand out.
#[component]
fn HandOut(hand_out: RoleSet, may: Verdict, submission: SubmissionId) -> impl IntoView {
    let text = texts();
    let acting = use_account().acting;
    let reason = match may {
        Verdict::Refused(why) => Some(text.rights.denied(&why)),
        Verdict::Allowed | Verdict::Absent => None,
    };
    let boxes = Role::ALL
        .into_iter()
        .map(|role| {
            view! {
                <Checkbox
                    label=text.rights.role(role)
                    name="change[roles][]"
                    value=role.key()
                    help=text.rights.role_help(role)
                    checked=hand_out.contains(role)
                    disabled_reason=reason.clone()
                />
            }
        })
        .collect::<Vec<_>>();
    view! {
        <Panel title=text.roles.hand_out lead=text.roles.hand_out_lead>
            <PostForm path=SetHandOutFn::PATH acting=acting>
                <input type="hidden" name="change[submission]" value=submission.to_string() />
                <div class="stack">
                    {boxes} <div><Button disabled_reason=reason>{text.roles.save}</Button></div>
                </div>
            </PostForm>
        </Panel>
    }
}
