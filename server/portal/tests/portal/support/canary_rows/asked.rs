//! The rows of what people asked for, were offered and did.

use crate::support::World;
use crate::support::canaries::{Asked, Aviary, Spot};
use crate::support::canary_rows::{address, hash};
use domain::audit::Change;
use domain::by::By;
use domain::change::ContactChange;
use domain::right::Place;
use domain::right::Right;
use serde_json::json;

impl Aviary {
    pub(super) async fn request_row(&mut self, world: &World, account: usize, number: usize, id: &str) {
        let contact = self.accounts[account].requests[number].contact;
        let reason = self.sing(account, Spot::Reason(number));
        let [by, said] = [(); 2].map(|()| self.sing(account, Spot::Decision(contact)));
        let there = &self.accounts[account];
        let request = &there.requests[number];
        let (key, service, domain) = match request.asked {
            Asked::Privilege(privilege) => (privilege.key(), String::new(), String::new()),
            Asked::OnService(service, operation) => {
                (operation.key(), there.services[service].id.to_string(), String::new())
            }
            Asked::OnDomain(domain, operation) => (operation.key(), String::new(), there.domains[domain].to_string()),
        };
        let state = if request.open { "open" } else { "decided" };
        let (request, contact) = (request.id.to_string(), there.contacts[contact].id.to_string());
        world
            .insert(
                "INSERT INTO access_requests (account_id, id, contact_id, right_key, scope, service_id, domain_id, \
                 reason, created_at, outcome, decided_at, decided_by_name, word) VALUES ($1, $2, $3, $4, $5 || $10, \
                 NULLIF($5, ''), NULLIF($10, ''), $6, 0, CASE WHEN $7 = 'decided' THEN 'declined' END, \
                 CASE WHEN $7 = 'decided' THEN 1 END, $8, $9)",
                &[id, &request, &contact, key, &service, &reason, state, &by, &said, &domain],
            )
            .await;
    }

    /// What the first contact had done to a service: for those who see that, but the words of the driver.
    pub(super) async fn operation_row(&mut self, world: &World, account: usize, service: usize, id: &str) {
        let [label, name] = [(); 2].map(|()| self.sing(account, Spot::Service(service)));
        let (email, contact) = (self.sing(account, Spot::Contact(0)), self.accounts[account].contacts[0].id);
        let [cause, handle] = [(); 2].map(|()| self.sing(account, Spot::Hidden));
        let by = By::Person { name: name.clone(), email: Some(address(&email)), contact: Some(contact) };
        let by = serde_json::to_string(&by).expect("JSON");
        let task = json!({ "create_backup": { "label": label } }).to_string();
        let machine = json!({ "service": contact, "handle": handle, "name": handle, "kind": "vps" }).to_string();
        let (order, nobody) = (self.id().to_string(), contact.to_string());
        let service = self.accounts[account].services[service].id.to_string();
        world
            .insert(
                "INSERT INTO service_operations (account_id, id, service_id, task, person_id, session_id, contact_id, \
                 asked_by_name, asked_by, status, reason, cause, driver, machine, created_at, ended_at) \
                 VALUES ($1, $2, $3, $4, $5, $5, $5, $6, $7, 'failed', 'other', $8, $8, $9, 0, 1)",
                &[id, &order, &service, &task, &nobody, &name, &by, &cause, &machine],
            )
            .await;
    }

    pub(super) async fn invitation_row(&mut self, world: &World, account: usize, number: usize, id: &str) {
        let [key, reason] = [(); 2].map(|()| self.sing(account, Spot::Hidden));
        let there = &self.accounts[account];
        let invitation = &there.invitations[number];
        let contact = there.contacts[invitation.contact].id.to_string();
        let (by, token) = (self.people[invitation.by].id.to_string(), hash(&invitation.token));
        world
            .insert(
                "INSERT INTO invitations (account_id, contact_id, invited_by, email_key, state, sent_at, expires_at, \
                 reason) VALUES ($1, $2, $3, $4, 'open', 0, 9000000000000, $5)",
                &[id, &contact, &by, &key, &reason],
            )
            .await;
        world
            .insert(
                "INSERT INTO invitation_tokens (hash, account_id, contact_id, created_at, mailed) \
                 VALUES ($1, $2, $3, 0, 1)",
                &[&token, id, &contact],
            )
            .await;
    }

    /// The legal owner views the portal as everybody else who has a login.
    pub(super) async fn views(&mut self, world: &World, account: usize, id: &str) {
        let there = &self.accounts[account];
        let owner = there.contacts[0].person.expect("an owner has a login");
        let session = self.people[owner].session.to_string();
        let viewed: Vec<String> = there.contacts[1..].iter().map(|contact| contact.id.to_string()).collect();
        for contact in viewed {
            let view = self.id().to_string();
            world
                .insert(
                    "INSERT INTO viewings (id, session_id, account_id, contact_id, started_at, expires_at) \
                     VALUES ($1, $2, $3, $4, 0, 9000000000000)",
                    &[&view, &session, id, &contact],
                )
                .await;
        }
    }

    pub(super) async fn log_row(&mut self, world: &World, account: usize, number: usize, id: &str) {
        let count = self.accounts[account].contacts.len();
        let mut about: Vec<usize> = (0..self.dice.below(3)).map(|_| self.dice.below(count)).collect();
        about.dedup();
        let mut targets = Vec::new();
        for contact in &about {
            let name = if self.dice.one_in(2) {
                format!("{} Example", self.sing(account, Spot::LogName))
            } else {
                address(&self.sing(account, Spot::LogAddress(*contact)))
            };
            targets.push((self.accounts[account].contacts[*contact].id, name));
        }
        let changes = self.changes(account, &about);
        let hidden = self.sing(account, Spot::Hidden);
        let (format, details) = if number.is_multiple_of(2) {
            ("0", json!({ "targets": targets, "changes": changes, "note": hidden }))
        } else {
            let changes: Vec<Change> = changes.into_iter().map(Change::from).collect();
            // What a role is called is for those who see contacts; whatever else is kept is nobody's to read.
            let name = self.sing(account, Spot::LogChange(Vec::new()));
            let fact = json!({ "name": name, "reason": hidden });
            ("1", json!({ "targets": targets, "changes": changes, "fact": fact, "job": hidden }))
        };
        let details = details.to_string();
        let (row, by) = (self.id().to_string(), self.sing(account, Spot::LogBy));
        let kind = self.dice.pick(&["contact_edited", "contact_added", "invited", "role_changed", "profile_changed"]);
        let request = self.sing(account, Spot::Hidden);
        world
            .insert(
                "INSERT INTO audit (chain, seq, id, at, kind, person_name, request_id, details, previous_hash, hash, \
                 format) VALUES ($1, CAST($2 AS BIGINT), $3, 0, $4, $5, $6, $7, '', '', CAST($8 AS BIGINT))",
                &[id, &(number + 1).to_string(), &row, kind, &by, &request, &details, format],
            )
            .await;
    }

    fn changes(&mut self, account: usize, about: &[usize]) -> Vec<ContactChange> {
        let mut changes = Vec::new();
        for field in ["first_name", "email", "phone"] {
            let now = self.sing(account, Spot::LogChange(about.to_vec()));
            changes.push(ContactChange::Detail { field: field.to_owned(), now });
        }
        if let [contact] = about {
            let now = self.sing(account, Spot::LogNote(*contact));
            changes.push(ContactChange::Detail { field: "note".to_owned(), now });
        }
        // The name that a service had then is not what it is called now.
        let stale = Some(self.sing(account, Spot::Hidden));
        let id = self.accounts[account].services[self.dice.below(4)].id;
        let power = Right::Operation(domain::operation::Operation::Power);
        changes.push(ContactChange::Given { right: power, place: Place::Service { id, name: stale } });
        let (id, stale) = (self.dice.pick(&self.accounts[account].domains), Some(self.sing(account, Spot::Hidden)));
        let dns = Right::DomainOperation(domain::operation::DomainOperation::Dns);
        changes.push(ContactChange::Given { right: dns, place: Place::Domain { id, name: stale } });
        let own = Right::OwnRole(self.accounts[account].own[1].role_id());
        let name = self.sing(account, Spot::LogChange(about.to_vec()));
        changes.push(ContactChange::Taken { right: own, place: Place::OwnRole { name } });
        changes
    }

    pub(super) async fn outbox_row(&mut self, world: &World, account: usize) {
        let [to, subject, text, html, error] = [(); 5].map(|()| self.sing(account, Spot::Hidden));
        let id = self.id().to_string();
        world
            .insert(
                "INSERT INTO outbox (id, message_id, recipient, subject, text_body, html_body, created_at, due_at, \
                 sent_at, last_error) VALUES ($1, $1, $2, $3, $4, $5, 0, 0, 1, $6)",
                &[&id, &to, &subject, &text, &html, &error],
            )
            .await;
    }
}
