//! The rows of generated accounts: a canary in every column that holds a text.

mod asked;

use crate::support::World;
use crate::support::canaries::{Aviary, Ends, Spot};
use domain::by::By;
use domain::contact::ContactSnapshot;
use domain::details::ContactDetails;
use domain::email::EmailAddress;
use domain::operation::{DomainOperation, DomainOperationSet, OperationSet};
use domain::rights::Rights;
use domain::role::OwnRole;
use domain::status::ContactState;
use sha2::{Digest, Sha256};

fn hash(token: &str) -> String {
    use std::fmt::Write;
    Sha256::digest(token).iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("text takes text");
        text
    })
}

fn address(canary: &str) -> String {
    format!("{canary}@example.com")
}

impl Aviary {
    /// Writes an account with everything that it has.
    pub async fn write(&mut self, world: &World, account: usize) {
        let (name, external) = (self.sing(account, Spot::AccountName), self.sing(account, Spot::Hidden));
        let (id, status) = (self.accounts[account].id.to_string(), self.accounts[account].status.key());
        world
            .insert(
                "INSERT INTO accounts (id, external_id, name, status, currency, hand_out, created_at) \
                 VALUES ($1, $2, $3, $4, 'EUR', '[\"technical\"]', 0)",
                &[&id, &external, &name, status],
            )
            .await;
        self.things(world, account, &id).await;
        for contact in 0..self.accounts[account].contacts.len() {
            self.person_row(world, account, contact).await;
            self.contact_row(world, account, contact, &id).await;
            self.grants(world, account, contact, &id).await;
        }
        for service in 0..self.accounts[account].services.len() {
            self.operation_row(world, account, service, &id).await;
        }
        for request in 0..self.accounts[account].requests.len() {
            self.request_row(world, account, request, &id).await;
        }
        for invitation in 0..self.accounts[account].invitations.len() {
            self.invitation_row(world, account, invitation, &id).await;
        }
        self.views(world, account, &id).await;
        for number in 0..24 {
            self.log_row(world, account, number, &id).await;
        }
        self.outbox_row(world, account).await;
    }

    async fn things(&mut self, world: &World, account: usize, id: &str) {
        for number in 0..self.accounts[account].services.len() {
            let service = &self.accounts[account].services[number];
            let (service, ends) = (service.id.to_string(), service.ends);
            let ends = match ends {
                Ends::Never => "never",
                Ends::Soon => "soon",
                Ends::Past => "past",
            };
            let [name, product] = [Spot::Service(number), Spot::Service(number)].map(|spot| self.sing(account, spot));
            let (external, address) = (self.sing(account, Spot::Hidden), self.sing(account, Spot::Service(number)));
            let handle = self.sing(account, Spot::Hidden);
            world
                .insert(
                    "INSERT INTO services (account_id, id, external_id, name, product, kind, status, expires_at, \
                     address, handle, sort_name, created_at) VALUES ($1, $2, $3, $4, $5, 'vps', \
                     CASE WHEN $6 = 'past' THEN 'expired' ELSE 'active' END, \
                     CASE WHEN $6 = 'soon' THEN 1767312000000 END, $7, $8, $4, 0)",
                    &[id, &service, &external, &name, &product, ends, &address, &handle],
                )
                .await;
        }
        for number in 0..self.accounts[account].own.len() {
            let own = &self.accounts[account].own[number];
            let (own_id, kind) = (own.id.to_string(), if own.role { "role" } else { "template" });
            let (privileges, operations) = own.stored();
            let name = self.sing(account, Spot::Template(number));
            world
                .insert(
                    "INSERT INTO account_templates (account_id, id, name, name_key, privileges, operations, \
                     created_at, kind) VALUES ($1, $2, $3, $3, $4, $5, 0, $6)",
                    &[id, &own_id, &name, &privileges, &operations, kind],
                )
                .await;
        }
        self.ssh_key(world, account, id).await;
        for number in 0..self.accounts[account].domains.len() {
            let domain = self.accounts[account].domains[number].to_string();
            let [name, hidden] = [Spot::Domain(number), Spot::Hidden].map(|spot| self.sing(account, spot));
            world
                .insert(
                    "INSERT INTO domains (account_id, id, external_id, name, status, sort_name, created_at) \
                 VALUES ($1, $2, $3, $4, 'active', $4, 0)",
                    &[id, &domain, &hidden, &name],
                )
                .await;
        }
        let [invoice, bill] = [(); 2].map(|()| self.id().to_string());
        let [number, hidden_too] = [Spot::Invoice, Spot::Hidden].map(|spot| self.sing(account, spot));
        for invoice in [invoice, bill] {
            let external = format!("{hidden_too}{invoice}");
            world
                .insert(
                    "INSERT INTO invoices (account_id, id, external_id, number, status, issued_at, due_at, \
                     total_minor, currency, created_at) VALUES ($1, $2, $3, $4, 'unpaid', 0, 1, 100, 'EUR', 0)",
                    &[id, &invoice, &external, &number],
                )
                .await;
        }
    }

    /// A key that the first contact added.
    async fn ssh_key(&mut self, world: &World, account: usize, id: &str) {
        let key = self.accounts[account].ssh_key.to_string();
        let [label, algorithm, fingerprint, line, name] = [(); 5].map(|()| self.sing(account, Spot::SshKey));
        let (email, contact) = (self.sing(account, Spot::Contact(0)), self.accounts[account].contacts[0].id);
        let by = By::Person { name, email: Some(address(&email)), contact: Some(contact) };
        let by = serde_json::to_string(&by).expect("JSON");
        world
            .insert(
                "INSERT INTO ssh_keys (account_id, id, label, sort_label, algorithm, fingerprint, line, added_by, \
                 added_at) VALUES ($1, $2, $3, $3, $4, $5, $6, $7, 0)",
                &[id, &key, &label, &algorithm, &fingerprint, &line, &by],
            )
            .await;
    }

    async fn person_row(&mut self, world: &World, account: usize, contact: usize) {
        let Some(person) = self.accounts[account].contacts[contact].person else { return };
        let id = self.people[person].id.to_string();
        let known = world.number_of("SELECT COUNT(*) FROM persons WHERE id = $1", &id).await;
        if known > 0 {
            return;
        }
        let [first, last] = [(); 2].map(|()| self.sing(account, Spot::PersonName(person)));
        let [email, ip, agent, pending] = [(); 4].map(|()| self.sing(account, Spot::Person(person)));
        let external = self.sing(account, Spot::Hidden);
        let (session, token) = (self.people[person].session.to_string(), hash(&self.people[person].token));
        world
            .insert(
                "INSERT INTO persons (id, external_id, email, email_key, first_name, last_name, password_by, \
                 verified_at, created_at) VALUES ($1, $2, $3, $3, $4, $5, 'self', 1, 0)",
                &[&id, &external, &address(&email), &first, &last],
            )
            .await;
        world
            .insert(
                "INSERT INTO sessions (id, person_id, token_hash, created_at, seen_at, idle_until, expires_at, \
                 authenticated_at, ip, agent) VALUES ($1, $2, $1, 0, 0, 9000000000000, 9000000000000, 0, $3, $4)",
                &[&session, &id, &ip, &agent],
            )
            .await;
        world
            .insert(
                "INSERT INTO email_tokens (hash, person_id, email, email_key, created_at, expires_at) \
                 VALUES ($1, $2, $3, $3, 0, 9000000000000)",
                &[&token, &id, &address(&pending)],
            )
            .await;
    }

    async fn contact_row(&mut self, world: &World, account: usize, number: usize, id: &str) {
        let details = self.details(account, number);
        let external = self.sing(account, Spot::Hidden);
        let there = &self.accounts[account];
        let contact = &there.contacts[number];
        let (contact_id, state) = (contact.id.to_string(), contact.state.key());
        let person = contact.person.map_or_else(String::new, |person| self.people[person].id.to_string());
        let owner = contact.owner.map_or("", domain::owner::OwnerKind::key);
        let template = contact.template.map_or_else(String::new, |own| format!("own-{}", there.own[own].id));
        let ends = if contact.ended { "ended" } else { "" };
        let email = details.email.to_string();
        let ContactDetails { first_name, last_name, phone, note, .. } = &details;
        world
            .insert(
                "INSERT INTO contacts (account_id, id, external_id, person_id, owner, rank, state, first_name, \
                 last_name, email, email_key, phone, note, template, ends_at, sort_name, search_text, created_at, \
                 updated_at, deleted_at, version) VALUES ($1, $2, $3, NULLIF($4, ''), NULLIF($5, ''), \
                 CASE WHEN $5 = '' THEN 1 ELSE 0 END, $6, $7, $8, $9, $9, $10, $11, NULLIF($12, ''), \
                 CASE WHEN $13 = 'ended' THEN 1 END, $7, $7, 0, 0, \
                 CASE WHEN $6 = 'deleted' THEN 1767225500000 END, 3)",
                &[
                    id,
                    &contact_id,
                    &external,
                    &person,
                    owner,
                    state,
                    first_name,
                    last_name,
                    &email,
                    phone,
                    note,
                    &template,
                    ends,
                ],
            )
            .await;
        for version in 1..=3 {
            let details = if version == 3 { details.clone() } else { self.details(account, number) };
            let snapshot = self.snapshot(account, number, details, version);
            let by = self.sing(account, Spot::Contact(number));
            world
                .insert(
                    "INSERT INTO contact_versions (account_id, contact_id, version, at, by_name, snapshot) \
                     VALUES ($1, $2, CAST($3 AS BIGINT), 0, $4, $5)",
                    &[id, &contact_id, &version.to_string(), &by, &snapshot],
                )
                .await;
        }
    }

    fn details(&mut self, account: usize, contact: usize) -> ContactDetails {
        let [first_name, last_name, email, phone] = [(); 4].map(|()| self.sing(account, Spot::Contact(contact)));
        let email = EmailAddress::parse(&address(&email)).expect("an address");
        ContactDetails { first_name, last_name, email, phone, note: self.sing(account, Spot::Note(contact)) }
    }

    /// What a version of a contact was: some rights, which are other ones in the next version.
    fn snapshot(&mut self, account: usize, contact: usize, details: ContactDetails, version: usize) -> String {
        let name = self.sing(account, Spot::Contact(contact));
        let there = &self.accounts[account];
        let mut rights = Rights::default();
        rights.own_roles.insert(there.own[1 + version % 2].role_id(), OwnRole { name, ..OwnRole::default() });
        let services = there.services.iter().enumerate().filter(|(number, _)| (number + version) % 2 == 1);
        let power = OperationSet::of(&[domain::operation::Operation::Power]);
        rights.services = services.map(|(_, service)| (service.id, power)).collect();
        let domains = there.domains.iter().enumerate().filter(|(number, _)| (number + version).is_multiple_of(2));
        let dns = DomainOperationSet::of(&[DomainOperation::Dns]);
        rights.domains = domains.map(|(_, domain)| (*domain, dns)).collect();
        let state = there.contacts[contact].state;
        serde_json::to_string(&ContactSnapshot { details, state, rights }).expect("JSON")
    }

    async fn grants(&mut self, world: &World, account: usize, number: usize, id: &str) {
        let reason = self.sing(account, Spot::Hidden);
        let there = &self.accounts[account];
        let contact = &there.contacts[number];
        if contact.state == ContactState::Deleted {
            return;
        }
        let mut rows: Vec<(&str, String, String)> = Vec::new();
        let mut on_domains: Vec<(String, &str)> =
            contact.all_domains.iter().map(|each| ("all".to_owned(), each.key())).collect();
        let each = contact.each_domain.iter().map(|(domain, each)| (there.domains[*domain].to_string(), each.key()));
        on_domains.extend(each);
        for (scope, key) in on_domains {
            world
                .insert(
                    "INSERT INTO grants (account_id, subject_id, kind, scope_kind, scope, key, domain_id, granted_at, \
                     reason) VALUES ($1, $2, 'operation', 'domain', $3, $4, \
                     CASE WHEN $3 = 'all' THEN NULL ELSE $3 END, 0, $5)",
                    &[id, &contact.id.to_string(), &scope, key, &reason],
                )
                .await;
        }
        rows.extend(contact.roles.iter().map(|role| ("role", String::new(), role.key().to_owned())));
        rows.extend(contact.own_roles.iter().map(|own| ("role", String::new(), there.own[*own].id.to_string())));
        let privileges: std::collections::BTreeSet<_> = contact.privileges.iter().collect();
        rows.extend(privileges.into_iter().map(|each| ("privilege", String::new(), each.key().to_owned())));
        rows.extend(contact.all.iter().map(|each| ("operation", "all".to_owned(), each.key().to_owned())));
        let each = contact.each.iter().map(|(service, operation)| (there.services[*service].id, operation));
        rows.extend(each.map(|(service, operation)| ("operation", service.to_string(), operation.key().to_owned())));
        for (kind, scope, key) in rows {
            let service = if scope == "all" { "" } else { scope.as_str() };
            world
                .insert(
                    "INSERT INTO grants (account_id, subject_id, kind, scope_kind, scope, key, service_id, granted_at, \
                     reason) VALUES ($1, $2, $3, CASE WHEN $3 = 'operation' THEN 'service' ELSE 'account' END, $4, $5, \
                     NULLIF($6, ''), 0, $7)",
                    &[id, &contact.id.to_string(), kind, &scope, &key, service, &reason],
                )
                .await;
        }
    }
}
