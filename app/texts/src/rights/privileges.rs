//! The words for privileges and for operations on domains, and for the areas that they are shown in.

use super::{Named, named};
use crate::RightsPrivilegesText;
use domain::operation::DomainOperation;
use domain::privilege::{Area, Privilege};

impl RightsPrivilegesText {
    pub(super) const fn named(&self, privilege: Privilege) -> Named {
        match privilege {
            Privilege::ServicesView => named(self.services_view, self.services_view_help),
            Privilege::ServicesViewExpiring => named(self.services_view_expiring, self.services_view_expiring_help),
            Privilege::SshKeysManage => named(self.ssh_keys_manage, self.ssh_keys_manage_help),
            Privilege::DcView => named(self.dc_view, self.dc_view_help),
            Privilege::DcVisitRequest => named(self.dc_visit_request, self.dc_visit_request_help),
            Privilege::DomainsView => named(self.domains_view, self.domains_view_help),
            Privilege::BillingView => named(self.billing_view, self.billing_view_help),
            Privilege::BillingPay => named(self.billing_pay, self.billing_pay_help),
            Privilege::BillingBalance => named(self.billing_balance, self.billing_balance_help),
            Privilege::BillingAddFunds => named(self.billing_add_funds, self.billing_add_funds_help),
            Privilege::BillingUseSavedCard => named(self.billing_use_saved_card, self.billing_use_saved_card_help),
            Privilege::BillingMethods => named(self.billing_methods, self.billing_methods_help),
            Privilege::BillingDelivery => named(self.billing_delivery, self.billing_delivery_help),
            Privilege::QuotesView => named(self.quotes_view, self.quotes_view_help),
            Privilege::QuotesAccept => named(self.quotes_accept, self.quotes_accept_help),
            Privilege::ContractsAccept => named(self.contracts_accept, self.contracts_accept_help),
            Privilege::OrdersPlace => named(self.orders_place, self.orders_place_help),
            Privilege::TicketsViewOwn => named(self.tickets_view_own, self.tickets_view_own_help),
            Privilege::TicketsViewServices => named(self.tickets_view_services, self.tickets_view_services_help),
            Privilege::TicketsViewAll => named(self.tickets_view_all, self.tickets_view_all_help),
            Privilege::TicketsOpen => named(self.tickets_open, self.tickets_open_help),
            Privilege::TicketsReply => named(self.tickets_reply, self.tickets_reply_help),
            Privilege::TicketsClose => named(self.tickets_close, self.tickets_close_help),
            Privilege::AccountView => named(self.account_view, self.account_view_help),
            Privilege::AccountEdit => named(self.account_edit, self.account_edit_help),
            Privilege::AccountSecurity => named(self.account_security, self.account_security_help),
            Privilege::AccountMailHistory => named(self.account_mail_history, self.account_mail_history_help),
            Privilege::ContactsView => named(self.contacts_view, self.contacts_view_help),
            Privilege::ContactsManage => named(self.contacts_manage, self.contacts_manage_help),
            Privilege::ContactsNotifications => named(self.contacts_notifications, self.contacts_notifications_help),
            Privilege::ContactsLoginAs => named(self.contacts_login_as, self.contacts_login_as_help),
            Privilege::AuditView => named(self.audit_view, self.audit_view_help),
            Privilege::AffiliatesView => named(self.affiliates_view, self.affiliates_view_help),
            Privilege::AffiliatesWithdraw => named(self.affiliates_withdraw, self.affiliates_withdraw_help),
            Privilege::ApiOwnTokens => named(self.api_own_tokens, self.api_own_tokens_help),
        }
    }

    pub(super) const fn on_domains(&self, operation: DomainOperation) -> Named {
        match operation {
            DomainOperation::Nameservers => named(self.domains_nameservers, self.domains_nameservers_help),
            DomainOperation::Dns => named(self.domains_dns, self.domains_dns_help),
            DomainOperation::Whois => named(self.domains_whois, self.domains_whois_help),
            DomainOperation::Ownership => named(self.domains_ownership, self.domains_ownership_help),
            DomainOperation::Transfer => named(self.domains_transfer, self.domains_transfer_help),
        }
    }

    pub(super) const fn area(&self, area: Area) -> &'static str {
        match area {
            Area::Services => self.area_services,
            Area::Domains => self.area_domains,
            Area::Billing => self.area_billing,
            Area::Support => self.area_support,
            Area::Account => self.area_account,
        }
    }
}
