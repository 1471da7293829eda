//! Accounts and what they have.

use super::{Check, Identity};
use crate::plan::Planned;
use crate::problem::Place;
use crate::record::{AccountRecord, DomainRecord, InvoiceRecord, Kind, ServiceRecord};
use domain::role::RoleSet;
use portal::records::grants;
use portal::records::rows::{AccountRow, DomainRow, InvoiceRow, ServiceRow};

impl<'a> Check<'a> {
    pub(super) fn account(&mut self, place: &'a Place, record: &'a AccountRecord) {
        let world = self.world;
        let Some(found) = self.identify(Kind::Account, place, "", &record.id, &world.accounts) else { return };
        let Identity { id, external_id, before } = found;
        let stored = before.as_ref().map(|before| &before.hand_out);
        let same = |stored: &&String| record.hand_out.as_ref().is_none_or(|roles| *roles == grants::roles(stored));
        let hand_out = stored.filter(same).cloned().unwrap_or_else(|| {
            let roles = record.hand_out.unwrap_or_else(RoleSet::all);
            serde_json::json!(roles).to_string()
        });
        let after = AccountRow {
            id,
            external_id,
            name: record.name.clone(),
            status: record.status.key().to_owned(),
            currency: record.currency.clone(),
            hand_out,
        };
        if self.lines.broken_accounts.contains(&record.id) {
            self.doubtful.insert(after.id.clone());
        }
        self.currencies.insert(after.id.clone(), after.currency.clone());
        self.plan.accounts.push(Planned { before, after });
    }

    /// The currency of an account, as the file says it or as it is stored.
    fn currency_of(&self, account: &str) -> Option<String> {
        let stored = || self.world.accounts.rows.get(account).map(|account| &account.currency);
        self.currencies.get(account).or_else(stored).cloned()
    }

    pub(super) fn service(&mut self, place: &'a Place, record: &'a ServiceRecord) {
        let world = self.world;
        let Some(account_id) = self.account_id(place, &record.account) else { return };
        let found = self.identify(Kind::Service, place, &account_id, &record.id, &world.services);
        let Some(Identity { id, external_id, before }) = found else { return };
        let price = record.price_minor;
        // A driver knows it better than a line that does not name it.
        let address = record.address.map(|address| address.to_string());
        let address = address.or_else(|| before.as_ref().and_then(|before| before.address.clone()));
        let after = ServiceRow {
            address,
            price_minor: price,
            currency: price.and_then(|_| self.currency_of(&account_id)),
            period: record.period.map(|period| period.key().to_owned()),
            next_due_at: record.next_due.map(|when| when.0),
            account_id,
            id,
            external_id,
            name: record.name.clone(),
            product: record.product.clone(),
            driver: record.driver.clone(),
            handle: record.handle.clone(),
            kind: record.kind.key().to_owned(),
            status: record.status.key().to_owned(),
            expires_at: record.expires.map(|when| when.0),
        };
        self.services.insert(after.id.clone(), self.plan.services.len());
        self.plan.services.push(Planned { before, after });
    }

    pub(super) fn domain(&mut self, place: &'a Place, record: &'a DomainRecord) {
        let world = self.world;
        let Some(account_id) = self.account_id(place, &record.account) else { return };
        let found = self.identify(Kind::Domain, place, &account_id, &record.id, &world.domains);
        let Some(Identity { id, external_id, before }) = found else { return };
        // What a line does not say of the name server stays: whoever sets it up may not be whoever exports.
        let stored = before.as_ref().map(|before| (before.driver.clone(), before.handle.clone()));
        let (stored_driver, stored_handle) = stored.unwrap_or_default();
        let after = DomainRow {
            account_id,
            id,
            external_id,
            name: record.name.clone(),
            status: record.status.key().to_owned(),
            expires_at: record.expires.map(|when| when.0),
            driver: record.driver.clone().or(stored_driver),
            handle: record.handle.clone().or(stored_handle),
        };
        self.plan.domains.push(Planned { before, after });
    }

    pub(super) fn invoice(&mut self, place: &'a Place, record: &'a InvoiceRecord) {
        let world = self.world;
        let Some(account_id) = self.account_id(place, &record.account) else { return };
        let found = self.identify(Kind::Invoice, place, &account_id, &record.id, &world.invoices);
        let Some(Identity { id, external_id, before }) = found else { return };
        let currency = self.currency_of(&account_id);
        if let Some(currency) = currency.filter(|currency| *currency != record.currency) {
            let why = format!("the account's currency is {currency}");
            self.fail(place, "currency", why);
        }
        let after = InvoiceRow {
            account_id,
            id,
            external_id,
            number: record.number.clone(),
            status: record.status.key().to_owned(),
            issued_at: record.issued.0,
            due_at: record.due.map(|when| when.0),
            total_minor: record.total_minor,
            currency: record.currency.clone(),
        };
        self.plan.invoices.push(Planned { before, after });
    }
}
