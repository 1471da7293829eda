//! Access rules: the page for owners, and for managers what concerns them.

use super::api::{self, SetHandOutFn};
use super::templates::OwnTemplates;
use crate::contacts::PostForm;
use crate::ownership::{self, Owners, TransferPanel};
use crate::request::{FunctionError, page_resource, provider};
use crate::shell::{Gate, Loaded, PageTitle, use_account};
use crate::text::texts;
use crate::ui::{Banner, Button, Checkbox, PageHeader, Panel, Tone};
use domain::access::ContactAction;
use domain::acting::Acting;
use domain::contact::Verdict;
use domain::id::SubmissionId;
use domain::ownership::OwnershipPage;
use domain::paths;
use domain::role::{Role, RoleSet};
use domain::roles::{RolesPage, SetKind};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_query_map;

#[component]
pub fn RulesPage() -> impl IntoView {
    let text = texts();
    let acting = use_account().acting;
    view! {
        <PageTitle text=text.roles.title />
        <Gate action=ContactAction::List>
            <div class="page page-narrow">
                <PageHeader
                    title=text.roles.title
                    lead=text.roles.lead
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
            view! { <div role="status"><Banner tone=Tone::Good>{texts().roles.changed}</Banner></div> }
        })
    }
}

async fn read(acting: Acting) -> Result<(RolesPage, OwnershipPage), FunctionError> {
    Ok((api::read(acting).await?, ownership::api::read(acting).await?))
}

#[component]
fn Content() -> impl IntoView {
    let acting = use_account().acting;
    let both = page_resource(|| (), move |()| read(acting));
    view! {
        <Loaded
            resource=both
            view=move |(sets, owners): (RolesPage, OwnershipPage)| {
                let submission = sets.submission;
                view! {
                    {owners
                        .transfer
                        .clone()
                        .map(|transfer| view! { <TransferPanel transfer=transfer submission=owners.submission /> })}
                    <HandOut hand_out=sets.hand_out may=sets.may_set_hand_out submission=submission />
                    {[SetKind::Role, SetKind::Template]
                        .map(|kind| {
                            view! {
                                <OwnTemplates
                                    kind=kind
                                    templates=sets.templates.clone()
                                    may=sets.may_keep_templates.clone()
                                    submission=submission
                                />
                            }
                        })}
                    <Owners page=owners />
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
