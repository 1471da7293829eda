//! Rows as they are stored, for comparing what is with what an import says and for writing many at once. Statuses stay
//! text: one that this version does not know is not changed by being read. What follows from other columns, as the order of
//! names, is in none of them: whoever writes the table works it out.

use crate::base::error::Failure;
use domain::access::{Authority, Deed, NotPermitted};
use serde::Serialize;
use sqlx::FromRow;

/// What every row has.
pub trait Row {
    /// Portico's own id.
    fn id(&self) -> &str;
    /// The account it belongs to; empty for people and accounts.
    fn account(&self) -> &str;
    /// The name that another system has for it.
    fn external(&self) -> Option<&str>;
}

macro_rules! account_of {
    ($row:ident) => {
        ""
    };
    ($row:ident $account:ident) => {
        &$row.$account
    };
}

macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident ($($account:ident)?) { $($(#[$attribute:meta])* $field:ident: $type:ty,)* })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, FromRow, Serialize)]
        pub struct $name {
            $(
                /// The account that it belongs to.
                pub $account: String,
            )?
            /// Portico's own id.
            pub id: String,
            /// The name that another system has for it.
            pub external_id: Option<String>,
            $(
                #[doc = concat!("The column `", stringify!($field), "`.")]
                $(#[$attribute])*
                pub $field: $type,
            )*
        }

        impl Row for $name {
            fn id(&self) -> &str {
                &self.id
            }

            fn account(&self) -> &str {
                account_of!(self $($account)?)
            }

            fn external(&self) -> Option<&str> {
                self.external_id.as_deref()
            }
        }
    )+};
}

rows! {
    /// An account.
    AccountRow () {
        name: String,
        status: String,
        currency: String,
        hand_out: String,
    }
    /// A person.
    PersonRow () {
        email: String,
        email_key: String,
        imported_email_key: Option<String>,
        first_name: String,
        last_name: String,
        language: Option<String>,
        time_zone: Option<String>,
        password_hash: Option<String>,
        password_by: String,
        verified_at: Option<i64>,
    }
    /// A service.
    ServiceRow (account_id) {
        name: String,
        product: String,
        driver: Option<String>,
        handle: Option<String>,
        kind: String,
        status: String,
        expires_at: Option<i64>,
        address: Option<String>,
        price_minor: Option<i64>,
        currency: Option<String>,
        period: Option<String>,
        next_due_at: Option<i64>,
    }
    /// A domain.
    DomainRow (account_id) {
        name: String,
        status: String,
        expires_at: Option<i64>,
        driver: Option<String>,
        handle: Option<String>,
    }
    /// An invoice.
    InvoiceRow (account_id) {
        number: String,
        status: String,
        issued_at: i64,
        due_at: Option<i64>,
        total_minor: i64,
        currency: String,
    }
    /// A contact, without what it was given.
    ContactRow (account_id) {
        person_id: Option<String>,
        owner: Option<String>,
        state: String,
        first_name: String,
        last_name: String,
        email: String,
        email_key: String,
        phone: String,
        note: String,
        template: Option<String>,
        /// When access ends as a contact; an owner's does not meanwhile.
        ends_at: Option<i64>,
        notifications_set: i64,
        version: i64,
    }
}

impl PersonRow {
    /// Whether a line was joined to somebody who was in the portal before: no import gave them their address.
    pub const fn is_joined(&self) -> bool {
        self.external_id.is_some() && self.imported_email_key.is_none()
    }
}

impl ContactRow {
    /// Whether it is in the bin.
    pub fn is_deleted(&self) -> bool {
        self.state == "deleted"
    }
}

/// A row, and by what authority it is written.
pub type Permitted<'r, R> = (Authority<'r>, &'r R);

/// The rows, each on the account of its authority, which covers `deed`.
pub(crate) fn covered<'r, R: Row>(rows: &[Permitted<'r, R>], deed: Deed) -> Result<Vec<&'r R>, Failure> {
    let mut covered = Vec::with_capacity(rows.len());
    for (authority, row) in rows {
        authority.allows(deed)?;
        if authority.account().to_string() != row.account() {
            return Err(NotPermitted.into());
        }
        covered.push(*row);
    }
    Ok(covered)
}
