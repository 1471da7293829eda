//! What is made before something is asked for, so that it can be done.

use crate::arrivals::Kind;
use crate::behind::address;
use crate::people::Person;
use crate::reference::{Place, Whom};
use crate::rows::{Form, NOTHING, form};
use crate::world::{NOW, World};
use axum::http::StatusCode;
use domain::caller::Caller;
use domain::contact::BulkOutcome;
use domain::person::Language;
use domain::rights::Rights;
use domain::text::Secret;
use portal::NewAccount;

/// A kind of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fresh {
    Nothing,
    /// A contact on the account of the address.
    Contact,
    /// A template of the account of the address.
    Template,
    /// An SSH key of the account of the address.
    SshKey,
    /// A bulk action of whoever asks, by which a contact was suspended.
    Bulk,
    /// The service web-01, to which nothing is being done.
    IdleService,
    /// An offer of the demo account.
    Offer,
    /// An open request of whoever asks.
    Request,
    /// A link to set the password of somebody new.
    ResetLink,
    /// A link by which whoever asks proves their address.
    EmailLink,
    /// A link to another site, of the session of whoever asks.
    OutboundLink,
    /// A change of the zone of a domain of the demo account.
    ZoneChange,
    /// An invitation of somebody new.
    Invitation,
    /// An invitation of whoever asks.
    OwnInvitation,
}

/// How it is named in a form.
#[derive(Debug, Clone)]
pub struct Made {
    pub id: String,
    pub token: String,
    /// What a template is called and gives, as its form shows it.
    pub seen: String,
}

impl Made {
    /// Nothing that there is.
    pub fn nothing() -> Self {
        Self { id: NOTHING.to_owned(), token: "no-such-token".to_owned(), seen: String::new() }
    }

    fn token(token: String) -> Self {
        Self { token, ..Self::nothing() }
    }
}

impl World {
    /// For somebody who may do what it is for, on this account.
    pub async fn made_for(&mut self, fresh: Fresh, who: &Person, place: Place) -> Made {
        match fresh {
            Fresh::Nothing => Made::nothing(),
            Fresh::Contact => Made { id: self.contact(place).await, ..Made::nothing() },
            Fresh::Template => self.template(place).await,
            Fresh::SshKey => Made { id: self.ssh_key(place).await, ..Made::nothing() },
            Fresh::Bulk => Made { id: self.bulk(who, place).await, ..Made::nothing() },
            Fresh::IdleService => Made { id: self.idle_service().await, ..Made::nothing() },
            Fresh::Offer => {
                self.offer(NOW.plus_seconds(600)).await;
                Made::nothing()
            }
            // Everybody has one, with the id of their contact.
            Fresh::Request => Made { id: self.own_contact(who, place).to_string(), ..Made::nothing() },
            Fresh::ResetLink => Made::token(self.reset_link().await),
            Fresh::EmailLink => Made::token(self.email_link(who).await),
            Fresh::OutboundLink => Made::token(self.outbound_link(who).await),
            Fresh::ZoneChange => Made { id: self.zone_change().await, ..Made::nothing() },
            Fresh::Invitation => {
                let guest = format!("guest-{}@matrix.example", self.number());
                Made::token(self.invitation(&guest).await)
            }
            Fresh::OwnInvitation => Made::token(self.invitation(&address(who)).await),
        }
    }

    /// For everybody who may not. What only whoever asks could have is nothing that there is.
    pub async fn made(&mut self, fresh: Fresh, place: Place) -> Made {
        match fresh {
            Fresh::Bulk | Fresh::Request | Fresh::OwnInvitation => Made::nothing(),
            Fresh::Nothing
            | Fresh::Contact
            | Fresh::Template
            | Fresh::IdleService
            | Fresh::SshKey
            | Fresh::Offer
            | Fresh::ResetLink
            | Fresh::EmailLink
            | Fresh::OutboundLink
            | Fresh::ZoneChange
            | Fresh::Invitation => {
                let owner = self.people[0].clone();
                self.made_for(fresh, &owner, place).await
            }
        }
    }

    async fn idle_service(&mut self) -> String {
        self.end_operations().await;
        self.web_01().to_string()
    }

    async fn contact(&mut self, place: Place) -> String {
        let account = if place == Place::Elsewhere { "demo:elsewhere" } else { "demo:hosting" };
        let name = self.arrive(account, Whom::Weak, Kind::Active).await;
        self.id(&name)
    }

    async fn zone_change(&mut self) -> String {
        let (keeper, account, number) = (self.cookie("owner"), self.account(Place::Demo), self.number());
        let (domain, rows) = (self.id("demo:dom-main"), format!("\tmade{number}\tA\t300\t192.0.2.1"));
        let fields = form([("change[domain]", &domain), ("change[rows]", &rows)]);
        self.does(&keeper, &account, "/fn/dns/apply", fields).await;
        self.latest_zone_change().await
    }

    async fn template(&mut self, place: Place) -> Made {
        let keeper = self.cookie(if place == Place::Elsewhere { "outsider" } else { "owner" });
        let (account, contact) = (self.account(place), self.contact(place).await);
        let name = format!("Night {}", self.number());
        let fields = form([("change[contact]", &contact), ("change[name]", &name)]);
        self.does(&keeper, &account, "/fn/rules/save_template", fields).await;
        let id = self.template_called(&name).await;
        let page = self.get(&format!("/a/{account}/rules/{id}"), &keeper).await;
        Made { id, seen: page.input("change[seen]"), ..Made::nothing() }
    }

    async fn ssh_key(&mut self, place: Place) -> String {
        let keeper = self.cookie(if place == Place::Elsewhere { "outsider" } else { "owner" });
        let (account, number) = (self.account(place), self.number());
        self.does(&keeper, &account, "/fn/ssh_keys/add", form([("change[key]", &ssh_key_line(number))])).await;
        sqlx::query_scalar("SELECT id FROM ssh_keys WHERE label = $1")
            .bind(format!("key {number}"))
            .fetch_one(&mut self.database)
            .await
            .unwrap()
    }

    async fn bulk(&mut self, who: &Person, place: Place) -> String {
        let (account, contact) = (self.account(place), self.contact(place).await);
        let fields = form([("change[contacts][]", &contact), ("change[to]", "suspend")]);
        let cookie = self.cookie(who.name);
        let reply = self.does(&cookie, &account, "/fn/contacts/move_many", fields).await;
        let outcome: BulkOutcome = serde_json::from_str(&reply.body).unwrap();
        outcome.id.unwrap().to_string()
    }

    async fn reset_link(&mut self) -> String {
        // Each has an address of its own.
        let number = self.next_number();
        let account = NewAccount {
            name: "Fresh Ltd".to_owned(),
            currency: "EUR".to_owned(),
            email: format!("fresh-{number}@matrix.example"),
            first_name: "Fay".to_owned(),
            last_name: "Fresh".to_owned(),
        };
        let created = self.portal.create_account(&account, NOW).await.unwrap();
        token_in(&created.link.unwrap(), "/reset/")
    }

    async fn email_link(&mut self, who: &Person) -> String {
        self.doubt_address_of(who).await;
        let cookie = self.cookie(who.name);
        let reply = self.call("/fn/profile/verify_email", &cookie, &Form::new()).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.body);
        let mail = self.latest_mail_to(&address(who)).await;
        token_in(&mail, "/verify/")
    }

    async fn outbound_link(&self, who: &Person) -> String {
        let cookie = self.cookie(who.name);
        let (_, token) = cookie.split_once('=').unwrap();
        let signed_in = self.portal.sessions.look(token, NOW).await.unwrap();
        let caller = Caller::system(signed_in.into(), Language::EN, NOW, NOTHING.parse().unwrap());
        let address = Secret::new("https://panel.example/sso".to_owned());
        self.portal.ports.outbound.issue(&caller, address).await.unwrap().expose().to_owned()
    }

    async fn invitation(&mut self, email: &str) -> String {
        let reviewed = Rights::default().fingerprint();
        let fields = form([("change[emails]", email), ("change[reviewed]", &reviewed)]);
        let (host, guests) = (self.cookie("host"), self.guests());
        self.does(&host, &guests, "/fn/invitations/send", fields).await;
        let mail = self.latest_mail_to(email).await;
        token_in(&mail, "/invitations/")
    }
}

/// The line of a public key that is another one for each number. Nobody has the private one.
pub fn ssh_key_line(number: u32) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    // All but the last three of its 51 bytes.
    let mut key = "AAAAC3NzaC1lZDI1NTE5AAAAIAkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJ".to_owned();
    for shift in [18, 12, 6, 0] {
        key.push(char::from(DIGITS[((number >> shift) & 63) as usize]));
    }
    format!("ssh-ed25519 {key} key {number}")
}

/// The token after this part of an address.
fn token_in(text: &str, before: &str) -> String {
    let (_, rest) = text.split_once(before).unwrap();
    rest.chars().take_while(|c| !c.is_whitespace()).collect()
}
