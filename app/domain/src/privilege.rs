//! Privileges: what a contact may do on the whole account.
//!
//! The keys are stored and never renamed or reused. [`IMPLIED`] is the one table of implied rights; whatever compares
//! rights compares sets closed under it.

use crate::sets::keyed_set;
use serde::{Deserialize, Serialize};

/// The part of the portal that a privilege belongs to, as the boxes are grouped on the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// Services and the data center.
    Services,
    /// Domain names.
    Domains,
    /// Invoices, payments, orders.
    Billing,
    /// Tickets.
    Support,
    /// The account itself and its people.
    Account,
}

impl Area {
    /// Every area, in the order of the form.
    pub const ALL: [Self; 5] = [Self::Services, Self::Domains, Self::Billing, Self::Support, Self::Account];

    /// What a page calls it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Services => "services",
            Self::Domains => "domains",
            Self::Billing => "billing",
            Self::Support => "support",
            Self::Account => "account",
        }
    }

    /// The privileges that are shown under it.
    pub fn privileges(self) -> PrivilegeSet {
        Privilege::ALL.iter().copied().filter(|privilege| privilege.area() == self).collect()
    }
}

/// Whether a right can do lasting harm: marked on the form, confirmed, and owners are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// An everyday right.
    Plain,
    /// A right to grant with special care (S0.27).
    Sensitive,
}

macro_rules! privileges {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $area:ident, $weight:ident;)+) => {
        /// One thing a contact may do on the whole account.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Privilege { $($(#[$doc])* $name),+ }

        impl Privilege {
            /// Every privilege, in the order of the form.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The stored key.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }

            /// The area under which it is shown.
            pub const fn area(self) -> Area {
                match self { $(Self::$name => Area::$area),+ }
            }

            /// Whether it is sensitive.
            pub const fn weight(self) -> Weight {
                match self { $(Self::$name => Weight::$weight),+ }
            }
        }
    };
}

privileges! {
    /// View My Services, all of them.
    ServicesView = "services.view", Services, Plain;
    /// View only services that expire soon or have expired.
    ServicesViewExpiring = "services.view_expiring", Services, Plain;
    /// Manage SSH keys.
    SshKeysManage = "ssh_keys.manage", Services, Plain;
    /// See the Data Center menu.
    DcView = "dc.view", Services, Plain;
    /// Submit data-center visit requests.
    DcVisitRequest = "dc.visit_request", Services, Plain;
    /// List domains, all of them.
    DomainsView = "domains.view", Domains, Plain;
    /// See invoices and transactions.
    BillingView = "billing.view", Billing, Plain;
    /// Pay an invoice.
    BillingPay = "billing.pay", Billing, Plain;
    /// See balance and credit.
    BillingBalance = "billing.balance", Billing, Plain;
    /// Add funds.
    BillingAddFunds = "billing.add_funds", Billing, Sensitive;
    /// Charge a stored payment method.
    BillingUseSavedCard = "billing.use_saved_card", Billing, Sensitive;
    /// Add and remove payment methods.
    BillingMethods = "billing.methods", Billing, Sensitive;
    /// Choose how invoices are delivered.
    BillingDelivery = "billing.delivery", Billing, Plain;
    /// See quotes.
    QuotesView = "quotes.view", Billing, Plain;
    /// Accept quotes.
    QuotesAccept = "quotes.accept", Billing, Sensitive;
    /// Accept order contracts.
    ContractsAccept = "contracts.accept", Billing, Sensitive;
    /// Place new orders.
    OrdersPlace = "orders.place", Billing, Sensitive;
    /// See the tickets one opened.
    TicketsViewOwn = "tickets.view_own", Support, Plain;
    /// See the tickets about services one may see.
    TicketsViewServices = "tickets.view_services", Support, Plain;
    /// See all tickets of the account.
    TicketsViewAll = "tickets.view_all", Support, Plain;
    /// Open tickets.
    TicketsOpen = "tickets.open", Support, Plain;
    /// Reply to tickets.
    TicketsReply = "tickets.reply", Support, Plain;
    /// Close tickets.
    TicketsClose = "tickets.close", Support, Plain;
    /// See account details.
    AccountView = "account.view", Account, Plain;
    /// Modify main profile details.
    AccountEdit = "account.edit", Account, Sensitive;
    /// Set IP rules and the second-factor policy.
    AccountSecurity = "account.security", Account, Sensitive;
    /// Read past mails.
    AccountMailHistory = "account.mail_history", Account, Plain;
    /// List the people of the account.
    ContactsView = "contacts.view", Account, Plain;
    /// Add, invite, edit and remove people and set their rights.
    ContactsManage = "contacts.manage", Account, Sensitive;
    /// Set other people's notifications.
    ContactsNotifications = "contacts.notifications", Account, Plain;
    /// View the portal as a contact.
    ContactsLoginAs = "contacts.login_as", Account, Sensitive;
    /// Read who did what.
    AuditView = "audit.view", Account, Plain;
    /// See the affiliate section.
    AffiliatesView = "affiliates.view", Account, Plain;
    /// Withdraw affiliate earnings.
    AffiliatesWithdraw = "affiliates.withdraw", Account, Sensitive;
    /// Make personal API tokens, never above one's own rights.
    ApiOwnTokens = "api.own_tokens", Account, Plain;
}

/// The implied rights: whoever holds the first has the second too. Operations imply seeing their service or domain; that part is
/// scoped and lives in [`crate::rights::Effective`].
pub const IMPLIED: &[(Privilege, Privilege)] = &[
    (Privilege::ServicesView, Privilege::ServicesViewExpiring),
    (Privilege::DcVisitRequest, Privilege::DcView),
    (Privilege::BillingPay, Privilege::BillingView),
    (Privilege::BillingBalance, Privilege::BillingView),
    (Privilege::BillingAddFunds, Privilege::BillingView),
    (Privilege::BillingUseSavedCard, Privilege::BillingView),
    (Privilege::BillingMethods, Privilege::BillingView),
    (Privilege::BillingDelivery, Privilege::BillingView),
    (Privilege::QuotesAccept, Privilege::QuotesView),
    (Privilege::TicketsViewAll, Privilege::TicketsViewServices),
    (Privilege::TicketsViewServices, Privilege::TicketsViewOwn),
    (Privilege::TicketsOpen, Privilege::TicketsViewOwn),
    (Privilege::TicketsReply, Privilege::TicketsViewOwn),
    (Privilege::TicketsClose, Privilege::TicketsViewOwn),
    (Privilege::AccountEdit, Privilege::AccountView),
    (Privilege::AccountSecurity, Privilege::AccountView),
    (Privilege::ContactsManage, Privilege::ContactsView),
    (Privilege::ContactsNotifications, Privilege::ContactsView),
    (Privilege::ContactsLoginAs, Privilege::ContactsView),
    (Privilege::AffiliatesWithdraw, Privilege::AffiliatesView),
];

impl Privilege {
    /// Whether the portal has something that it opens. The others are kept for what is to come: they are given, saved and
    /// part of templates and roles as any other.
    pub const fn has_function(self) -> bool {
        !matches!(self, Self::DcVisitRequest | Self::AffiliatesView | Self::AffiliatesWithdraw | Self::ApiOwnTokens)
    }
}

keyed_set! {
    /// A set of privileges.
    PrivilegeSet(u128) of Privilege, "unknown privilege"
}

impl PrivilegeSet {
    /// The set with everything it implies ([`IMPLIED`]).
    #[must_use]
    pub fn closed(self) -> Self {
        let mut set = self;
        loop {
            let mut next = set;
            for (holds, implies) in IMPLIED {
                if set.contains(*holds) {
                    next.insert(*implies);
                }
            }
            if next == set {
                return set;
            }
            set = next;
        }
    }

    /// The first member that implies `privilege`, to say why a box stands ticked.
    pub fn implying(self, privilege: Privilege) -> Option<Privilege> {
        self.iter().find(|holds| *holds != privilege && Self::of(&[*holds]).closed().contains(privilege))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_unique_and_found_again() {
        for privilege in Privilege::ALL {
            assert_eq!(Privilege::from_key(privilege.key()), Some(*privilege));
        }
        assert_eq!(Privilege::from_key("contacts.everything"), None);
    }

    #[test]
    fn closing_adds_what_is_implied_and_nothing_else() {
        let closed = PrivilegeSet::of(&[Privilege::TicketsViewAll, Privilege::ContactsManage]).closed();
        let expected = [
            Privilege::TicketsViewOwn,
            Privilege::TicketsViewServices,
            Privilege::TicketsViewAll,
            Privilege::ContactsView,
            Privilege::ContactsManage,
        ];
        assert_eq!(closed, PrivilegeSet::of(&expected));
        assert_eq!(closed.closed(), closed);
    }

    #[test]
    fn a_set_is_written_as_keys_and_an_unknown_key_is_refused() {
        let set = PrivilegeSet::of(&[Privilege::BillingPay, Privilege::ServicesView]);
        let text = serde_json::to_string(&set).expect("a list of keys");
        assert_eq!(text, r#"["services.view","billing.pay"]"#);
        assert_eq!(serde_json::from_str::<PrivilegeSet>(&text).expect("the same list"), set);
        assert!(serde_json::from_str::<PrivilegeSet>(r#"["billing.everything"]"#).is_err());
    }
}
