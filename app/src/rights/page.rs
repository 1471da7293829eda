//! Access rules: the page for owners, and for managers what concerns them.

use super::api::SetHandOutFn;
use super::templates::OwnTemplates;
use crate::forms::PostForm;
use crate::ownership::{Owners, TransferPanel};
use crate::request::{provider, said};
use crate::shell::{Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{Button, Checkbox, PageHeader, Panel, SaidNotice};
use domain::access::ContactAction;
use domain::contact::Verdict;
use domain::id::SubmissionId;
use domain::ownership::OwnershipPage;
use domain::paths;
use domain::role::{Role, RoleSet};
use domain::roles::{RolesPage, SetKind};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

pub async fn rules_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(ContactAction::List)?;
    let (text, acting) = (texts(), account.acting);
    let sets = ask!(roles.read(acting))?;
    let owners = ask!(ownership.read(acting))?;
    let changed = (said().text("done") == "changed").then_some(text.roles.changed);
    let content = view! {
        <div class="page page-narrow">
            <PageHeader
                title=text.roles.title
                lead=text.roles.lead
                back_href=paths::contacts(acting)
                back_label=text.contacts.heading(provider().people)
            />
            <SaidNotice text=changed />
            {panels(sets, owners)}
        </div>
    };
    Ok(Page::new(text.roles.title, content))
}

fn panels(sets: RolesPage, owners: OwnershipPage) -> impl IntoView {
    let submission = sets.submission;
    let transfer = owners.transfer.clone().map(|transfer| {
        view! { <TransferPanel transfer=transfer submission=owners.submission /> }
    });
    let own = [SetKind::Role, SetKind::Template].map(|kind| {
        let (templates, may) = (sets.templates.clone(), sets.may_keep_templates.clone());
        view! { <OwnTemplates kind=kind templates=templates may=may submission=submission /> }
    });
    view! {
        {transfer}
        <HandOut hand_out=sets.hand_out may=sets.may_set_hand_out submission=submission />
        {own}
        <Owners page=owners />
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
