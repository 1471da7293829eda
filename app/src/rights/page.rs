//! Access rules: the page for owners, and for managers what concerns them.

use super::api::{self, SetHandOutFn};
use super::owners::Owners;
use super::templates::OwnTemplates;
use super::transfer::TransferPanel;
use crate::contacts::PostForm;
use crate::request::{page_resource, provider};
use crate::shell::{Gate, Loaded, PageTitle, use_account};
use crate::text::texts;
use crate::ui::{Banner, Button, Checkbox, PageHeader, Panel, Tone};
use domain::access::ContactAction;
use domain::contact::Verdict;
use domain::id::SubmissionId;
use domain::paths;
use domain::role::{Role, RoleSet};
use domain::rules::{RulesPage as Rules, SetKind};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_query_map;

#[component]
pub fn RulesPage() -> impl IntoView {
    let text = texts();
    let acting = use_account().acting;
    view! {
        <PageTitle text=text.rules.title />
        <Gate action=ContactAction::List>
            <div class="page page-narrow">
                <PageHeader
                    title=text.rules.title
                    lead=text.rules.lead
                    back_href=paths::contacts(acting)
                    back_label=text.contacts.heading(provider().people)
                />
                <Changed />
                <Content />
            </div>
        </Gate>
    }
}

#[component]
fn Changed() -> impl IntoView {
    let query = use_query_map();
    let changed = Memo::new(move |_| query.with(|query| query.get("changed").is_some()));
    move || {
        changed.get().then(|| {
            view! { <div role="status"><Banner tone=Tone::Good>{texts().rules.changed}</Banner></div> }
        })
    }
}

#[component]
fn Content() -> impl IntoView {
    let acting = use_account().acting;
    let rules = page_resource(|| (), move |()| api::read(acting));
    view! {
        <Loaded
            resource=rules
            view=move |rules: Rules| {
                let submission = rules.submission;
                view! {
                    {rules
                        .transfer
                        .clone()
                        .map(|transfer| view! { <TransferPanel transfer=transfer submission=submission /> })}
                    <HandOut hand_out=rules.hand_out.clone() may=rules.may_set_hand_out.clone() submission=submission />
                    {[SetKind::Role, SetKind::Template]
                        .map(|kind| {
                            view! {
                                <OwnTemplates
                                    kind=kind
                                    templates=rules.templates.clone()
                                    may=rules.may_keep_templates.clone()
                                    submission=submission
                                />
                            }
                        })}
                    <Owners rules=rules />
                }
            }
        />
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
            let ticked = RwSignal::new(hand_out.contains(role));
            view! {
                <Checkbox
                    label=text.rights.role(role)
                    name="change[roles][]"
                    value=role.key()
                    help=text.rights.role_help(role)
                    checked=ticked
                    disabled_reason=reason.clone()
                    on_change=move |on| ticked.set(on)
                />
            }
        })
        .collect::<Vec<_>>();
    view! {
        <Panel title=text.rules.hand_out lead=text.rules.hand_out_lead>
            <PostForm path=SetHandOutFn::PATH acting=acting>
                <input type="hidden" name="change[submission]" value=submission.to_string() />
                <div class="stack">
                    {boxes} <div><Button disabled_reason=reason>{text.rules.save}</Button></div>
                </div>
            </PostForm>
        </Panel>
    }
}
