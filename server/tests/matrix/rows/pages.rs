//! The pages.

use super::{Needs, Row};
use crate::made::Fresh;
use crate::reference::{Deed, GivenRights};
use domain::access::{AccountAction, ContactAction, HoldingAction, RightsAction};

/// Every page; those of an account stand for their views too.
pub fn pages() -> Vec<Row> {
    let mut rows = vec![
        Row::new("/", Needs::OwnPassword),
        Row::new("/sign-in", Needs::Nothing),
        Row::new("/forgot", Needs::Nothing),
        Row::new("/reset/{token}", Needs::Nothing).on(Fresh::ResetLink),
        Row::new("/invitations/{token}", Needs::Nothing).on(Fresh::Invitation),
        Row::new("/accounts", Needs::OwnPassword),
        Row::new("/me/security", Needs::SignIn),
        Row::new("/me", Needs::OwnPassword),
        Row::new("/verify/{token}", Needs::Nothing).on(Fresh::EmailLink),
    ];
    rows.extend([
        Row::new("/a/{account}", Needs::on_account(AccountAction::SeeDashboard)),
        Row::new("/a/{account}/services", Needs::on_account(HoldingAction::SeeServices)),
        Row::new("/a/{account}/domains", Needs::on_account(HoldingAction::SeeDomains)),
        Row::new("/a/{account}/billing", Needs::on_account(HoldingAction::SeeInvoices)),
        Row::new("/a/{account}/tickets", Needs::on_account(HoldingAction::SeeTickets)),
        Row::new("/a/{account}/data-center", Needs::on_account(HoldingAction::SeeDataCenter)),
        Row::new("/a/{account}/orders", Needs::on_account(HoldingAction::PlaceOrder)),
        Row::new("/a/{account}/contacts", Needs::on_account(ContactAction::List)),
        Row::new("/a/{account}/contacts/new", Needs::Add(GivenRights::Nothing)),
        Row::new("/a/{account}/contacts/invite", Needs::Add(GivenRights::Nothing)),
        Row::new("/a/{account}/contacts/{contact}", Needs::Contact(Deed::See)),
        Row::new("/a/{account}/contacts/{contact}/edit", Needs::Contact(Deed::Edit)),
        Row::new("/a/{account}/contacts/{contact}/notifications", Needs::Contact(Deed::See)),
        Row::new("/a/{account}/notifications", Needs::on_account(ContactAction::List)),
        Row::new("/a/{account}/rules", Needs::on_account(ContactAction::List)),
        Row::new("/a/{account}/rules/{template}", Needs::on_account(RightsAction::KeepTemplates)).on(Fresh::Template),
        Row::new("/a/{account}/requests", Needs::on_account(AccountAction::SeeDashboard)),
        Row::new("/a/{account}/activity", Needs::on_account(AccountAction::SeeActivity)),
        Row::new("/a/{account}/settings", Needs::on_account(AccountAction::SeeDashboard)),
    ]);
    rows
}
