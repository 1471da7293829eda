//! What tests read and change behind the portal's back, by name: a migration that moves a table is followed here.

use crate::support::World;

/// What there may be any number of.
#[derive(Debug, Clone, Copy)]
pub enum Rows {
    Accounts,
    AddressLinks,
    BulkActions,
    ContactVersions,
    Contacts,
    Devices,
    Domains,
    Events,
    Grants,
    InvitationLinks,
    Invitations,
    Invoices,
    LiveEvents,
    Mails,
    Notices,
    NotificationChoices,
    Persons,
    Requests,
    Services,
    Sessions,
    Views,
}

impl Rows {
    const fn counted(self) -> &'static str {
        match self {
            Self::Accounts => "SELECT COUNT(*) FROM accounts",
            Self::AddressLinks => "SELECT COUNT(*) FROM email_tokens",
            Self::BulkActions => "SELECT COUNT(*) FROM bulk_actions",
            Self::ContactVersions => "SELECT COUNT(*) FROM contact_versions",
            Self::Contacts => "SELECT COUNT(*) FROM contacts",
            Self::Devices => "SELECT COUNT(*) FROM devices",
            Self::Domains => "SELECT COUNT(*) FROM domains",
            Self::Events => "SELECT COUNT(*) FROM audit",
            Self::Grants => "SELECT COUNT(*) FROM grants",
            Self::InvitationLinks => "SELECT COUNT(*) FROM invitation_tokens",
            Self::Invitations => "SELECT COUNT(*) FROM invitations",
            Self::Invoices => "SELECT COUNT(*) FROM invoices",
            Self::LiveEvents => "SELECT COUNT(*) FROM live_events",
            Self::Mails => "SELECT COUNT(*) FROM outbox",
            Self::Notices => "SELECT COUNT(*) FROM notices",
            Self::NotificationChoices => "SELECT COUNT(*) FROM notification_choices",
            Self::Persons => "SELECT COUNT(*) FROM persons",
            Self::Requests => "SELECT COUNT(*) FROM access_requests",
            Self::Services => "SELECT COUNT(*) FROM services",
            Self::Sessions => "SELECT COUNT(*) FROM sessions",
            Self::Views => "SELECT COUNT(*) FROM viewings",
        }
    }
}

impl World {
    /// How many there are.
    pub async fn count(&self, rows: Rows) -> i64 {
        self.number(rows.counted()).await
    }

    /// The mails so far are gone, so that the next ones are those of the test.
    pub async fn forget_mails(&self) {
        self.execute("DELETE FROM outbox").await;
    }

    /// Nothing was tried so far.
    pub async fn forget_attempts(&self) {
        self.execute("DELETE FROM attempts").await;
    }

    /// Whoever has this address has not proved it.
    pub async fn doubt_address(&self, email: &str) {
        self.insert("UPDATE persons SET verified_at = NULL WHERE email = $1", &[email]).await;
    }

    /// Nobody chose their password, or proved their address.
    pub async fn doubt_everybody(&self) {
        self.execute("UPDATE persons SET password_by = 'other', verified_at = NULL").await;
    }

    /// Nobody has this right any more.
    pub async fn take_from_everybody(&self, key: &str) {
        self.insert("DELETE FROM grants WHERE key = $1", &[key]).await;
    }

    /// Why the one mail failed that is not sent any more.
    pub async fn why_a_mail_failed(&self) -> String {
        self.text("SELECT last_error FROM outbox WHERE dead_at > 0").await
    }

    /// The id of an account that was imported under a name.
    pub async fn imported_account(&self, name: &str) -> String {
        self.text_of("SELECT id FROM accounts WHERE external_id = $1", name).await
    }

    /// The id of a contact that was imported under a name.
    pub async fn imported_contact(&self, name: &str) -> String {
        self.text_of("SELECT id FROM contacts WHERE external_id = $1", name).await
    }
}
