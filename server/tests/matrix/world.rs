//! The real portal with the demo data and a few people more, in process; and a look behind it.

use crate::harness::{self, Reply, build};
use crate::people::{Cookie, Person, everybody, privileges};
use crate::policy::Form;
use crate::reference::{Address, Deed, Known, Place, Whom};
use axum::Router;
use axum::http::{Method, StatusCode};
use domain::account::{AccountStatus, OwnerKind};
use domain::contact::ContactState;
use domain::id::ContactId;
use domain::operation::{Operation, OperationSet};
use domain::person::SessionRow;
use domain::privilege::Privilege;
use domain::rights::Rights;
use domain::time::Timestamp;
use portal::Opened;
use portal::import::{DEMO_PASSWORD, import_from, load_demo};
use serde_json::{Value, json};
use server::router::router;
use server::settings::{Arguments, Settings, Sources};
use sqlx::{Connection as _, SqliteConnection};
use std::collections::HashMap;
use std::net::Ipv4Addr;
use std::sync::Arc;
use tempfile::TempDir;

const NOW: Timestamp = Timestamp(1_800_000_000_000);

/// The id of nothing at all.
const NOTHING: &str = "0192d3f0-7a5c-7cc0-8a61-00000000dead";

/// How many contacts there are of each kind to be changed, beside the one that is only ever refused.
const SPARE: [(ContactState, usize); 4] = [
    (ContactState::Active, 70),
    (ContactState::Suspended, 10),
    (ContactState::Deleted, 14),
    (ContactState::Pending, 20),
];

/// A contact that is named in a request.
#[derive(Debug, Clone)]
pub struct Named {
    pub id: String,
    /// What is known of it, where the account of the address has it.
    pub known: Option<Known>,
}

/// The portal of a test.
pub struct World {
    pub people: Vec<Person>,
    pub status: AccountStatus,
    router: Router,
    portal: Arc<Opened>,
    database: SqliteConnection,
    /// Accounts, contacts and services by their names in what was imported.
    ids: HashMap<String, String>,
    /// By a person's name.
    cookies: HashMap<&'static str, String>,
    taken: HashMap<String, usize>,
    requests: u32,
    _folders: [TempDir; 2],
}

impl World {
    /// With the demo account in this status.
    pub async fn open(status: AccountStatus) -> Self {
        Self::open_with(status, "").await
    }

    /// The same with settings of the provider's.
    pub async fn open_with(status: AccountStatus, file: &str) -> Self {
        let (data, dist) = (tempfile::tempdir().unwrap(), harness::bundle());
        let arguments = Arguments { demo: true, data: Some(data.path().to_owned()), ..Arguments::default() };
        // The clock stands still here, and a few people do everything there is.
        let file = format!("{file}\n[limits]\nwrites_per_minute = 1_000_000\n");
        let file = Some(("portico.toml".to_owned(), file));
        let settings = Settings::from_sources(Sources { file, arguments, ..Sources::default() }).unwrap();
        let site = harness::open(&settings, dist.path(), Arc::new(|| NOW), |_| {}).await;
        let portal = Arc::clone(&site.portal);
        load_demo(&portal, NOW).await.unwrap();
        let file = data.path().join("portico.db");
        let database = SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.unwrap();
        let mut world = Self {
            people: Vec::new(),
            status: AccountStatus::Active,
            router: router(Arc::new(site)),
            portal,
            database,
            ids: HashMap::new(),
            cookies: HashMap::new(),
            taken: HashMap::new(),
            requests: 0,
            _folders: [data, dist],
        };
        world.fill().await;
        world.set_status(status).await;
        world
    }

    async fn fill(&mut self) {
        self.read_ids().await;
        self.people = everybody(self.id("demo:web-01").parse().unwrap());
        let hash: String = sqlx::query_scalar("SELECT password_hash FROM persons WHERE email = 'owner@demo.example'")
            .fetch_one(&mut self.database)
            .await
            .unwrap();
        let lines = arrivals(&self.people, &hash);
        self.import(&lines).await;
        self.read_ids().await;
        for person in self.people.clone() {
            if person.cookie != Cookie::None {
                let cookie = self.sign_in(&person).await;
                self.cookies.insert(person.name, cookie);
            }
        }
        self.owner_moves("suspend", &["matrix:suspended".to_owned()]).await;
        let mut deleted = vec!["matrix:removed".to_owned(), "matrix:leaver".to_owned()];
        for whom in [Whom::Weak, Whom::Strong] {
            deleted.extend((0..=spare(ContactState::Deleted)).map(|n| colleague(whom, ContactState::Deleted, n)));
        }
        self.owner_moves("delete", &deleted).await;
        self.invite_those_who_wait().await;
        // Everybody asks for something; a request has the id of its contact.
        sqlx::query(
            "INSERT INTO access_requests (account_id, id, contact_id, right_key, scope, reason, created_at) \
             SELECT account_id, id, id, 'billing.pay', '', 'to pay', 1 FROM contacts",
        )
        .execute(&mut self.database)
        .await
        .unwrap();
        let viewed = self.id(&colleague(Whom::Weak, ContactState::Active, 0));
        let form =
            vec![("acting[account]".to_owned(), self.id("demo:hosting")), ("change[contact]".to_owned(), viewed)];
        let reply = self.call("/fn/contacts/view_as", &Method::POST, &self.cookie("viewer"), &form).await;
        assert_eq!(reply.status, StatusCode::OK, "the viewer begins the view: {}", reply.body);
    }

    /// What is imported as pending has no invitation: an import sends no mail.
    async fn invite_those_who_wait(&mut self) {
        sqlx::query(
            "INSERT INTO invitations (account_id, contact_id, invited_by, email_key, state, sent_at, expires_at) \
             SELECT c.account_id, c.id, p.id, c.email_key, 'open', $1, $1 + 600000 FROM contacts c, persons p \
             WHERE c.state = 'pending' AND p.email = 'owner@demo.example'",
        )
        .bind(NOW.0)
        .execute(&mut self.database)
        .await
        .unwrap();
    }

    async fn set_status(&mut self, status: AccountStatus) {
        if status != AccountStatus::Active {
            let name = "Demo Hosting GmbH";
            let account = json!({"type": "account", "id": "demo:hosting", "name": name, "status": status.key(),
                "currency": "EUR"});
            self.import(&[account]).await;
        }
        self.status = status;
    }

    /// Imports lines, as an operator does.
    pub async fn import(&self, lines: &[Value]) {
        let text = lines.iter().map(Value::to_string).collect::<Vec<_>>().join("\n");
        let size = text.len() as u64;
        import_from(&self.portal, "matrix.jsonl", text.as_bytes(), size, NOW, &mut |_| {}).await.unwrap();
    }

    async fn read_ids(&mut self) {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT external_id, id FROM accounts UNION ALL SELECT external_id, id FROM contacts \
             UNION ALL SELECT external_id, id FROM services",
        )
        .fetch_all(&mut self.database)
        .await
        .unwrap();
        self.ids = rows.into_iter().collect();
    }

    async fn owner_moves(&mut self, to: &str, contacts: &[String]) {
        let mut form = vec![
            ("acting[account]".to_owned(), self.id("demo:hosting")),
            ("change[submission]".to_owned(), format!("00000000-0000-7000-9000-{:012x}", self.requests)),
            ("change[to]".to_owned(), to.to_owned()),
        ];
        form.extend(contacts.iter().map(|name| ("change[contacts][]".to_owned(), self.id(name))));
        let reply = self.call("/fn/contacts/move_many", &Method::POST, &self.cookie("owner"), &form).await;
        let outcome: domain::contact::BulkOutcome = serde_json::from_str(&reply.body).unwrap();
        assert_eq!(outcome.done, contacts.len(), "{outcome:?}");
    }

    /// The id of what was imported under a name.
    pub fn id(&self, name: &str) -> String {
        self.ids.get(name).unwrap_or_else(|| panic!("{name} was not imported")).clone()
    }

    /// The id of the account in an address.
    pub fn account(&self, place: Place) -> String {
        match place {
            Place::Demo => self.id("demo:hosting"),
            Place::Elsewhere => self.id("demo:elsewhere"),
            Place::Nowhere => NOTHING.to_owned(),
        }
    }

    /// The cookie that somebody has kept, empty for none.
    pub fn cookie(&self, name: &str) -> String {
        self.cookies.get(name).cloned().unwrap_or_default()
    }

    /// Signs in, in a session of its own; gives the cookie.
    pub async fn sign_in(&mut self, person: &Person) -> String {
        let form = vec![
            ("change[email]".to_owned(), format!("{}@demo.example", person.login)),
            ("change[password]".to_owned(), DEMO_PASSWORD.to_owned()),
        ];
        let reply = self.call("/fn/people/sign_in", &Method::POST, "", &form).await;
        let mut cookies = reply.headers.get_all("set-cookie").iter().filter_map(|cookie| cookie.to_str().ok());
        let session = cookies.find(|cookie| cookie.starts_with("__Host-portico="));
        let session = session.unwrap_or_else(|| panic!("{} signs in: {}", person.name, reply.body));
        session.split(';').next().unwrap_or_default().to_owned()
    }

    /// The id of the session that a cookie belongs to; of none where it can't be told.
    pub async fn session_of(&mut self, cookie: &str) -> String {
        let reply = self.call("/fn/people/sessions", &Method::GET, cookie, &Form::new()).await;
        let sessions: Vec<SessionRow> = serde_json::from_str(&reply.body).unwrap_or_default();
        let current = sessions.into_iter().find(|session| session.current);
        current.map_or_else(|| NOTHING.to_owned(), |session| session.id.to_string())
    }

    /// The contact named by an address in the eyes of somebody; a new one of its kind where it is `for_good`.
    pub fn named(&mut self, who: &Person, at: Address, deed: Deed, for_good: bool) -> Named {
        let (name, owner, rights) = match at.whom {
            Whom::Oneself => (who.contact.clone(), who.given.owner, who.given.rights.clone()),
            Whom::Owner => (Some("demo:contact-owner".to_owned()), Some(OwnerKind::Legal), Rights::default()),
            Whom::Weak | Whom::Strong => (Some(self.colleague(at.whom, deed, for_good)), None, given(at.whom)),
            Whom::Foreign => (Some("demo:el-owner".to_owned()), Some(OwnerKind::Legal), Rights::default()),
            Whom::Nobody => (None, None, Rights::default()),
        };
        let id = name.map_or_else(|| NOTHING.to_owned(), |name| self.id(&name));
        let there = match at.place {
            Place::Demo => !matches!(at.whom, Whom::Foreign | Whom::Nobody),
            Place::Elsewhere => at.whom == Whom::Foreign,
            Place::Nowhere => false,
        };
        let deleted = deed.state() == ContactState::Deleted && matches!(at.whom, Whom::Weak | Whom::Strong);
        let now = if deleted { Rights::default() } else { rights.clone() };
        let known = there.then(|| Known { id: id.parse().unwrap(), owner, rights: now, before: rights });
        Named { id, known }
    }

    fn colleague(&mut self, whom: Whom, deed: Deed, for_good: bool) -> String {
        if !for_good {
            return colleague(whom, deed.state(), 0);
        }
        let taken = self.taken.entry(colleague(whom, deed.state(), 0)).or_default();
        *taken += 1;
        assert!(*taken <= spare(deed.state()), "there are not enough contacts to be changed: see SPARE");
        colleague(whom, deed.state(), *taken)
    }

    /// Somebody's own contact on an account; no contact's id where they have none.
    pub fn own_contact(&self, who: &Person, place: Place) -> ContactId {
        let contact = who.contact.as_ref();
        let name = match place {
            Place::Demo => contact.cloned(),
            Place::Elsewhere if who.login == "outsider" => Some("demo:el-owner".to_owned()),
            Place::Elsewhere => contact.filter(|_| who.elsewhere.is_some()).map(|name| format!("{name}-elsewhere")),
            Place::Nowhere => None,
        };
        name.map_or_else(|| NOTHING.to_owned(), |name| self.id(&name)).parse().unwrap()
    }

    /// The contact that the viewer views the portal as.
    pub fn viewed(&mut self) -> Known {
        let at = Address { place: Place::Demo, viewing: false, whom: Whom::Weak };
        let nobody = self.people[0].clone();
        self.named(&nobody, at, Deed::See, false).known.unwrap()
    }

    /// A contact's version, for the form that edits it.
    pub async fn version(&mut self, contact: &str) -> i64 {
        let version = sqlx::query_scalar("SELECT version FROM contacts WHERE id = $1").bind(contact);
        version.fetch_optional(&mut self.database).await.unwrap().unwrap_or(1)
    }

    /// The categories of mails chosen for a contact, as its form shows them.
    pub async fn chosen(&mut self, contact: &str) -> String {
        let set = sqlx::query_scalar("SELECT notifications_set FROM contacts WHERE id = $1").bind(contact);
        let set: Option<i64> = set.fetch_optional(&mut self.database).await.unwrap();
        let keys = sqlx::query_scalar("SELECT category FROM notification_choices WHERE contact_id = $1").bind(contact);
        let keys: Vec<String> = keys.fetch_all(&mut self.database).await.unwrap();
        if set == Some(1) { keys.join(".") } else { "not_set".to_owned() }
    }

    /// Whether somebody keeps an account at the top of their list.
    pub async fn is_pinned(&mut self, who: &Person, place: Place) -> bool {
        let pins = "SELECT COUNT(*) FROM account_pins a JOIN persons p ON p.id = a.person_id \
                    WHERE p.email = $1 AND a.account_id = $2";
        let pins = sqlx::query_scalar(pins).bind(format!("{}@demo.example", who.login)).bind(self.account(place));
        pins.fetch_one(&mut self.database).await.is_ok_and(|pins: i64| pins > 0)
    }

    /// A number that is another one after every commit, whatever it changed.
    pub async fn state(&mut self) -> i64 {
        sqlx::query_scalar("PRAGMA data_version").fetch_one(&mut self.database).await.unwrap()
    }

    /// The text of the latest mail to an address.
    pub async fn latest_mail_to(&mut self, address: &str) -> String {
        sqlx::query_scalar("SELECT text_body FROM outbox WHERE recipient = $1 ORDER BY id DESC LIMIT 1")
            .bind(address)
            .fetch_one(&mut self.database)
            .await
            .unwrap()
    }

    /// How many events are written down.
    pub async fn events(&mut self) -> i64 {
        sqlx::query_scalar("SELECT COUNT(*) FROM audit").fetch_one(&mut self.database).await.unwrap()
    }

    /// The names of all columns of the database.
    pub async fn columns(&mut self) -> Vec<String> {
        sqlx::query_scalar(
            "SELECT DISTINCT c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c \
             WHERE t.type = 'table' ORDER BY c.name",
        )
        .fetch_all(&mut self.database)
        .await
        .unwrap()
    }

    /// A number that no request had before.
    pub const fn number(&self) -> u32 {
        self.requests
    }

    /// Calls a server function as the browser's program does.
    pub async fn call(&mut self, path: &str, method: &Method, cookie: &str, form: &Form) -> Reply {
        let form = encoded(form);
        let (path, body) =
            if method == Method::GET { (format!("{path}?{form}"), "") } else { (path.to_owned(), &*form) };
        let headers = [("accept", "application/json"), ("sec-fetch-site", "same-origin"), FORM, ("cookie", cookie)];
        self.send(method, &path, &headers, body).await
    }

    /// Sends a request, each from an address of its own: nobody is to be refused for the attempts of others.
    pub async fn send(&mut self, method: &Method, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
        self.requests += 1;
        let from = Ipv4Addr::from(0x0a00_0000 + self.requests);
        let headers: Vec<_> = headers.iter().copied().filter(|(_, value)| !value.is_empty()).collect();
        harness::send(&self.router, build(method.clone(), path, &headers, body), from).await
    }
}

/// What a form says it is.
pub const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// A form as it is sent.
pub fn encoded(form: &Form) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish()
}

fn spare(state: ContactState) -> usize {
    SPARE.into_iter().find(|(of, _)| *of == state).map_or(0, |(_, count)| count)
}

/// The name under which a contact to be acted on is imported.
fn colleague(whom: Whom, state: ContactState, number: usize) -> String {
    format!("matrix:{whom:?}-{}-{number}", state.key()).to_lowercase()
}

fn given(whom: Whom) -> Rights {
    match whom {
        Whom::Strong => Rights {
            all_services: OperationSet::of(&[Operation::Power]),
            ..privileges(&[Privilege::ServicesView, Privilege::BillingView])
        },
        Whom::Weak | Whom::Oneself | Whom::Owner | Whom::Foreign | Whom::Nobody => {
            privileges(&[Privilege::ServicesView])
        }
    }
}

/// The people and contacts that the demo data lacks, in the format of the import.
fn arrivals(people: &[Person], hash: &str) -> Vec<Value> {
    let mut lines = Vec::new();
    for person in people {
        let Some(state) = person.arrives else { continue };
        let name = person.contact.clone().unwrap_or_default();
        let by = if person.cookie == Cookie::MustChange { "other" } else { "self" };
        lines.push(human(&name, person.login, hash, by));
        let mut contact = contact(&name, state, &person.given.rights);
        if person.name == "expired" {
            contact["ends_in_days"] = json!(-1);
        }
        lines.push(contact);
        if let Some(part) = &person.elsewhere {
            lines.push(json!({"type": "contact", "id": format!("{name}-elsewhere"), "account": "demo:elsewhere",
                "person": name, "roles": part.rights.roles, "privileges": part.rights.privileges}));
        }
    }
    for whom in [Whom::Weak, Whom::Strong] {
        for (state, count) in SPARE {
            for number in 0..=count {
                let name = colleague(whom, state, number);
                lines.push(human(&name, &name.replace(':', "-"), hash, "self"));
                // Whoever waits has no login here yet.
                if state == ContactState::Pending {
                    lines.push(waiting(&name, &given(whom)));
                    continue;
                }
                // Those that are to be deleted are deleted by the owner.
                let state = if state == ContactState::Deleted { ContactState::Active } else { state };
                lines.push(contact(&name, state, &given(whom)));
            }
        }
    }
    lines
}

fn human(name: &str, login: &str, hash: &str, by: &str) -> Value {
    json!({"type": "person", "id": name, "email": format!("{login}@demo.example"), "first_name": "Some",
        "last_name": "Body", "password_hash": hash, "password_by": by, "verified": true})
}

fn waiting(name: &str, rights: &Rights) -> Value {
    let mut contact = contact(name, ContactState::Pending, rights);
    contact["person"] = Value::Null;
    contact["email"] = json!(format!("{}@demo.example", name.replace(':', "-")));
    contact["first_name"] = json!("Some");
    contact["last_name"] = json!("Body");
    contact
}

fn contact(name: &str, state: ContactState, rights: &Rights) -> Value {
    let mut services = json!({"all": rights.all_services});
    for operations in rights.services.values() {
        services["demo:web-01"] = json!(operations);
    }
    json!({"type": "contact", "id": name, "account": "demo:hosting", "person": name, "state": state.key(),
        "roles": rights.roles, "privileges": rights.privileges, "services": services})
}
