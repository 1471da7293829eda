//! The section Privileges of the contact form: template, roles, and the boxes of every privilege.
//!
//! It draws what [`PrivilegeDraft`] says and hands clicks back to it.

use domain::id::RoleId;
use domain::privilege::{Area, Privilege, Weight};
use domain::right::Right;
use domain::role::OwnRole;
use leptos::prelude::*;

use super::privilege_draft::{BoxState, Ground, Lock, Note, PRIVILEGES_FIELD, PrivilegeDraft, role_input};
use crate::forms::{FormState, form_field};
use crate::text::texts;
use crate::ui::{Badge, Checkbox, Choice, ChoiceGroup, Fieldset, Icon, Panel, Select, Tip, Toasts, Tone, use_toasts};

/// The draft on a page, and whether the page is alive.
#[derive(Clone, Copy)]
pub struct Boxes {
    /// The rights as the form shows them.
    pub draft: RwSignal<PrivilegeDraft>,
    /// Whether boxes answer to clicks.
    pub alive: RwSignal<bool>,
    toasts: Toasts,
}

impl Boxes {
    fn new(draft: PrivilegeDraft, notes: &[Note]) -> Self {
        let boxes = Self { draft: RwSignal::new(draft), alive: RwSignal::new(false), toasts: use_toasts() };
        let said: Vec<String> = notes.iter().map(|note| boxes.said(note)).collect();
        Effect::new(move |_| {
            boxes.alive.set(true);
            for text in &said {
                boxes.toasts.show(Tone::Info, text.clone());
            }
        });
        boxes
    }

    /// The boxes of a form: as it was posted when it came back, else as it begins.
    pub fn begin(ground: Ground, state: FormState) -> Self {
        match state.echo() {
            None => Self::new(PrivilegeDraft::new(ground), &[]),
            Some(echo) => {
                let (draft, notes) = PrivilegeDraft::posted(ground, &echo.fields);
                Self::new(draft, &notes)
            }
        }
    }

    /// Changes the draft and says what that did besides.
    pub fn change(self, change: impl FnOnce(&mut PrivilegeDraft) -> Vec<Note>) {
        let mut notes = Vec::new();
        self.draft.update(|draft| notes = change(draft));
        for note in &notes {
            self.toasts.show(Tone::Info, self.said(note));
        }
    }

    fn said(self, note: &Note) -> String {
        let text = texts();
        match note {
            Note::RoleDissolved(role) => (text.contacts.privileges.role_dissolved)(&self.role_name(*role)),
            Note::LeftOut(count) => (text.contacts.privileges.left_out)(*count),
        }
    }

    fn role_name(self, role: Right) -> String {
        match role {
            Right::OwnRole(id) => self.own_role(id).name,
            Right::Role(_) | Right::Privilege(_) | Right::Operation(_) => texts().rights.right(role),
        }
    }

    fn own_role(self, id: RoleId) -> OwnRole {
        self.draft.with_untracked(|draft| draft.ground().own_roles.get(&id).cloned().unwrap_or_default())
    }

    /// The reason of a lock, in words.
    pub fn reason(self, lock: Lock) -> String {
        let text = texts();
        match lock {
            Lock::ImpliedBy(right) => (text.contacts.privileges.implied_by)(&text.rights.right(right)),
            Lock::ByRole(role) => (text.contacts.privileges.by_role)(&self.role_name(role)),
            Lock::WithRole(role) => (text.contacts.privileges.with_role)(&self.role_name(role)),
            Lock::OnAllServices => text.contacts.privileges.on_all_services.to_owned(),
            Lock::MayNotGrant => text.contacts.privileges.may_not_grant.to_owned(),
            Lock::NotToOneself => text.contacts.privileges.not_to_oneself.to_owned(),
        }
    }

    /// How a box stands, recomputed with the draft and passed on only when it differs.
    pub fn state(self, of: impl Fn(&PrivilegeDraft) -> BoxState + Send + Sync + 'static) -> BoxSignals {
        let state = Memo::new(move |_| self.draft.with(&of));
        let alive = self.alive;
        BoxSignals {
            ticked: Signal::derive(move || state.get().drawn_ticked(alive.get())),
            unnamed: Signal::derive(move || !state.get().drawn_named(alive.get())),
            locked: Signal::derive(move || {
                let state = state.get();
                state.lock.filter(|_| state.drawn_locked(alive.get()))
            }),
            noted: Signal::derive(move || {
                let state = state.get();
                state.lock.filter(|_| !state.drawn_locked(alive.get()))
            }),
        }
    }
}

/// What a box shows, as signals.
#[derive(Clone, Copy)]
pub struct BoxSignals {
    /// Whether it is ticked.
    pub ticked: Signal<bool>,
    /// Whether something else posts for it.
    pub unnamed: Signal<bool>,
    /// Why it can't be changed.
    pub locked: Signal<Option<Lock>>,
    /// Why it is ticked although it can be changed.
    pub noted: Signal<Option<Lock>>,
}

#[component]
pub fn Privileges(boxes: Boxes) -> impl IntoView {
    let text = &texts().contacts;
    view! {
        <Panel title=text.privileges.title>
            <div class="stack">
                <div class="tips">
                    <Tip icon=Icon::Shield>{text.privileges.minimum_tip}</Tip>
                    <Tip icon=Icon::Warning>{text.privileges.account_wide_tip}</Tip>
                    <Tip>{text.privileges.owner_tip}</Tip>
                </div>
                <TemplatePicker boxes=boxes />
                <Fieldset legend=text.roles help=text.privileges.roles_help>
                    <div class="roles">
                        {boxes
                            .draft
                            .with_untracked(|draft| draft.roles().collect::<Vec<_>>())
                            .into_iter()
                            .map(|role| view! { <RoleBox boxes=boxes role=role /> })
                            .collect::<Vec<_>>()}
                    </div>
                </Fieldset>
                <div class="privilege-groups">
                    {Area::ALL
                        .into_iter()
                        .map(|area| view! { <AreaBoxes boxes=boxes area=area /> })
                        .collect::<Vec<_>>()}
                </div>
            </div>
        </Panel>
        <HiddenGrants boxes=boxes />
    }
}

/// The picker, and how far the ticks have moved from the template.
#[component]
fn TemplatePicker(boxes: Boxes) -> impl IntoView {
    let text = texts();
    let field = form_field("change[template]");
    let (choices, fixed) = boxes.draft.with_untracked(|draft| {
        let templates = draft.ground().templates.iter();
        let choices = templates.map(|template| Choice::new(&*template.key, text.rights.template(template)));
        (choices.collect(), draft.ground().is_me)
    });
    let key = Signal::derive(move || {
        boxes.draft.with(|draft| draft.template().map(|template| template.key.clone()).unwrap_or_default())
    });
    let label = move || {
        boxes.draft.with(|draft| {
            draft
                .template_label()
                .map(|(template, changes)| text.rights.template_changed(&text.rights.template(template), changes))
        })
    };
    let pick = move |key: String| boxes.change(|draft| draft.pick_template(&key));
    view! {
        <div class="template-picker">
            <Select
                label=text.contacts.privileges.template
                name="change[template]"
                groups=vec![ChoiceGroup::plain(choices)]
                value=key
                problem=field.problem
                help=text.contacts.privileges.template_help
                disabled_reason=fixed.then(|| text.contacts.privileges.not_to_oneself.to_owned())
                on_change=pick
            />
            {fixed.then(|| view! { <input type="hidden" name="change[template]" value=move || key.get() /> })}
            <input type="hidden" name="change[applied]" value=move || key.get() />
            <p class="template-state" role="status">
                {label}
            </p>
        </div>
    }
}

#[component]
fn RoleBox(boxes: Boxes, role: Right) -> impl IntoView {
    let text = texts();
    let state = boxes.state(move |draft| draft.role(role));
    let locked = Signal::derive(move || {
        state.locked.get().map(|lock| match lock {
            Lock::NotToOneself | Lock::MayNotGrant => text.contacts.privileges.may_not_hand_out.to_owned(),
            Lock::ImpliedBy(_) | Lock::ByRole(_) | Lock::WithRole(_) | Lock::OnAllServices => boxes.reason(lock),
        })
    });
    let set = move |on| {
        boxes.change(|draft| {
            draft.set_role(role, on);
            Vec::new()
        });
    };
    let help = match role {
        Right::Role(role) => text.rights.role_help(role).to_owned(),
        Right::OwnRole(id) => {
            let OwnRole { privileges, operations, .. } = boxes.own_role(id);
            (text.contacts.privileges.own_role_help)((privileges.len() + operations.len()) as usize)
        }
        Right::Privilege(_) | Right::Operation(_) => String::new(),
    };
    let (name, value) = role_input(role).unwrap_or_default();
    view! {
        <Checkbox
            label=boxes.role_name(role)
            name=name
            value=value
            help=help
            checked=state.ticked
            unnamed=state.unnamed
            disabled_reason=locked
            on_change=set
        />
    }
}

#[component]
fn AreaBoxes(boxes: Boxes, area: Area) -> impl IntoView {
    let text = texts();
    let name = text.rights.area(area);
    let id = format!("area-{area:?}").to_lowercase();
    let group = Memo::new(move |_| boxes.draft.with(|draft| draft.area(area)));
    let set = move |on| {
        boxes.change(|draft| {
            draft.set_area(area, on);
            Vec::new()
        });
    };
    let each = Privilege::ALL.iter().filter(|privilege| privilege.area() == area);
    view! {
        <section class="privilege-group" role="group" aria-labelledby=id.clone()>
            <header class="privilege-head">
                <h3 id=id.clone()>{name}</h3>
                <span hidden=move || !boxes.alive.get() || group.get().fixed>
                    <Checkbox
                        label=(text.contacts.privileges.select_all)(name)
                        name=""
                        id=format!("{id}-all")
                        checked=Signal::derive(move || group.get().all)
                        indeterminate=Signal::derive(move || group.get().some && !group.get().all)
                        on_change=set
                    />
                </span>
            </header>
            <div class="privilege-list">
                {each
                    .map(|privilege| view! { <PrivilegeBox boxes=boxes privilege=*privilege /> })
                    .collect::<Vec<_>>()}
            </div>
        </section>
    }
}

#[component]
fn PrivilegeBox(boxes: Boxes, privilege: Privilege) -> impl IntoView {
    let text = texts();
    let state = boxes.state(move |draft| draft.privilege(privilege));
    let help = text.rights.privilege_help(privilege);
    let help = Signal::derive(move || match state.noted.get() {
        None => help.to_owned(),
        Some(lock) => format!("{help} {}", boxes.reason(lock)),
    });
    view! {
        <Checkbox
            label=text.rights.privilege(privilege)
            name=PRIVILEGES_FIELD
            value=privilege.key()
            help=help
            checked=state.ticked
            unnamed=state.unnamed
            disabled_reason=Signal::derive(move || state.locked.get().map(|lock| boxes.reason(lock)))
            on_change=move |on| boxes.change(|draft| draft.set_privilege(privilege, on))
        >
            {(privilege.weight() == Weight::Sensitive)
                .then(|| view! { <Badge tone=Tone::Warn icon=Icon::Shield>{text.contacts.privileges.sensitive}</Badge> })}
        </Checkbox>
    }
}

/// What no box posts by itself.
#[component]
fn HiddenGrants(boxes: Boxes) -> impl IntoView {
    move || {
        let hidden = boxes.draft.with(|draft| draft.hidden(boxes.alive.get()));
        let inputs = hidden.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
        inputs.collect::<Vec<_>>()
    }
}

/// What the contact will newly be able to do that calls for trust (S0.27); nothing while there is no such thing.
#[component]
pub fn SensitiveSummary(
    boxes: Boxes,
    /// The contact's name, where it has one.
    name: Option<String>,
) -> impl IntoView {
    let text = texts();
    let list = Memo::new(move |_| boxes.draft.with(PrivilegeDraft::newly_sensitive));
    let title = name.map_or_else(
        || text.contacts.privileges.newly_sensitive_unnamed.to_owned(),
        |name| (text.contacts.privileges.newly_sensitive)(&name),
    );
    view! {
        <div class="when-said" aria-live="polite">
            {move || {
                let title = title.clone();
                list.with(|list| {
                    (!list.is_empty())
                        .then(|| {
                            let lines = list
                                .iter()
                                .map(|(right, place)| view! { <li>{text.rights.right_at(*right, place)}</li> })
                                .collect::<Vec<_>>();
                            view! {
                                <Tip icon=Icon::Shield title=title>
                                    <ul class="rights">{lines}</ul>
                                </Tip>
                            }
                        })
                })
            }}
        </div>
    }
}
