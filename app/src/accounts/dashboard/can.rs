//! The pages beside those that the other parts lead to, and whom to ask for more.

use crate::request::provider;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Glyph, Icon, Panel};
use domain::access::{Action, ContactAction, HoldingAction};
use domain::paths;
use domain::provider::WayToAdd;
use domain::rights::Rights;
use leptos::prelude::*;

pub fn panel() -> impl IntoView {
    let text = texts();
    let account = use_account();
    let acting = account.acting;
    let nothing = Rights::NOTHING;
    // The way to add people that the provider has first.
    let (add, adding, plus) = match provider().ways_to_add.first() {
        Some(WayToAdd::AddContact) => (text.contacts.list.add, paths::add_contact(acting), Icon::Plus),
        Some(WayToAdd::InviteUser) | None => (text.invitations.invite, paths::invite(acting), Icon::Mail),
    };
    let all: [(Action<'_>, String, &'static str, Icon); 4] = [
        (ContactAction::Add(&[], &nothing).into(), adding, add, plus),
        (HoldingAction::PlaceOrder.into(), paths::orders(acting), text.shell.order, Icon::Cart),
        (HoldingAction::SeeTickets.into(), paths::tickets(acting), text.shell.support, Icon::Support),
        (HoldingAction::SeeDataCenter.into(), paths::data_center(acting), text.shell.data_center, Icon::Building),
    ];
    let seen = all.into_iter().filter(|(action, ..)| account.view.actor.check(*action).is_ok());
    let links = seen.map(|(_, href, label, icon)| (href, label, icon));
    let own = (paths::settings(acting), text.shell.my_rights_here, Icon::Key);
    let links = links.chain([own]).map(|(href, label, icon)| {
        view! { <li><a class="can" href=href><Glyph icon=icon /> {label}</a></li> }
    });
    let links = links.collect_view();
    let owns = account.view.actor.standing.owner.is_some();
    let missing = (!owns).then(|| view! { <p class="small muted">{text.accounts.dashboard.missing}</p> });
    view! {
        <Panel title=text.accounts.dashboard.can>
            <ul class="cans">{links}</ul>
            {missing}
        </Panel>
    }
}
