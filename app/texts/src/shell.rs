//! Where accounts stand, what their owners are called, and what the provider calls their people.

use crate::ShellText;
use domain::access::MenuEntry;
use domain::owner::OwnerKind;
use domain::provider::PeopleWord;
use domain::status::AccountStatus;

impl ShellText {
    /// Where an account stands.
    pub const fn account_status(&self, status: AccountStatus) -> &'static str {
        match status {
            AccountStatus::Active => self.account_status_active,
            AccountStatus::Suspended => self.account_status_suspended,
            AccountStatus::Closed => self.account_status_closed,
        }
    }

    /// The kind of owner.
    pub const fn owner(&self, owner: OwnerKind) -> &'static str {
        match owner {
            OwnerKind::Legal => self.owner_legal,
            OwnerKind::CoOwner => self.owner_co_owner,
        }
    }

    /// An entry of the menu of an account.
    pub const fn entry(&self, entry: MenuEntry, people: PeopleWord) -> &'static str {
        match entry {
            MenuEntry::Dashboard => self.dashboard,
            MenuEntry::Services => self.services,
            MenuEntry::Domains => self.domains,
            MenuEntry::Billing => self.billing,
            MenuEntry::Support => self.support,
            MenuEntry::DataCenter => self.data_center,
            MenuEntry::Order => self.order,
            MenuEntry::People => self.people(people),
            MenuEntry::Activity => self.activity,
        }
    }

    /// The left menu's word for the people of the account (S0.29).
    pub const fn people(&self, word: PeopleWord) -> &'static str {
        match word {
            PeopleWord::Contacts => self.manage_contacts,
            PeopleWord::DelegateAccess => self.delegate_access,
            PeopleWord::UserManagement => self.user_management,
            PeopleWord::SubAccounts => self.sub_accounts,
        }
    }
}
