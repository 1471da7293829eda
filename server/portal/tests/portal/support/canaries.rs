//! Accounts full of canaries: generated people, rights and things, with a text of its own in every column that holds one.
//! Everything is written behind the portal's back, so that nothing but reading is asked of it.

mod plan;

use crate::support::World;
use domain::id::{
    AccessRequestId, AccountId, ContactId, DomainId, PersonId, RoleId, ServiceId, SessionId, SshKeyId, TemplateId,
};
use domain::operation::{DomainOperation, Operation, OperationSet};
use domain::owner::OwnerKind;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::role::Role;
use domain::status::AccountStatus;
use domain::status::ContactState;
use uuid::Uuid;

/// What a canary stands in. Numbers count within the account, but persons, who are of all accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    AccountName,
    /// What only the person reads.
    Person(usize),
    /// A person's name.
    PersonName(usize),
    /// Name, address or telephone number of a contact, or what was changed of its rights, and by whom.
    Contact(usize),
    Note(usize),
    Service(usize),
    Domain(usize),
    Invoice,
    SshKey,
    Template(usize),
    /// Why something was asked for.
    Reason(usize),
    /// What was answered to it, and by whom.
    Decision(usize),
    /// Who did something, in the log.
    LogBy,
    /// To whom it was done: a name, or where there was none an address.
    LogName,
    LogAddress(usize),
    /// What changed about these.
    LogChange(Vec<usize>),
    LogNote(usize),
    /// Nobody reads it.
    Hidden,
}

impl Spot {
    /// The kind of spot.
    pub fn kind(&self) -> String {
        let name = format!("{self:?}");
        name.split('(').next().expect("a name").to_owned()
    }
}

/// A canary: on which account, and where.
#[derive(Debug, Clone)]
pub struct Canary {
    pub account: usize,
    pub spot: Spot,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    Never,
    Soon,
    Past,
}

#[derive(Debug)]
pub struct Service {
    pub id: ServiceId,
    pub ends: Ends,
}

/// A template or a role of the account's own.
#[derive(Debug)]
pub struct Own {
    pub id: TemplateId,
    pub role: bool,
    pub privileges: Vec<Privilege>,
    pub operations: Vec<Operation>,
    pub on_domains: Vec<DomainOperation>,
}

impl Own {
    pub fn role_id(&self) -> RoleId {
        RoleId::new(self.id.uuid())
    }
}

#[derive(Debug)]
pub struct Contact {
    pub id: ContactId,
    pub person: Option<usize>,
    pub owner: Option<OwnerKind>,
    pub state: ContactState,
    /// Whether its access has ended.
    pub ended: bool,
    pub roles: Vec<Role>,
    pub own_roles: Vec<usize>,
    pub privileges: Vec<Privilege>,
    pub all: Vec<Operation>,
    pub each: Vec<(usize, Operation)>,
    pub all_domains: Vec<DomainOperation>,
    pub each_domain: Vec<(usize, DomainOperation)>,
    pub template: Option<usize>,
}

impl Contact {
    /// Whether it acts on its account.
    pub fn acts(&self) -> bool {
        self.state == ContactState::Active && !self.ended
    }
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Privilege(Privilege),
    OnService(usize, Operation),
    OnDomain(usize, DomainOperation),
}

#[derive(Debug)]
pub struct Request {
    pub id: AccessRequestId,
    pub contact: usize,
    pub asked: Asked,
    pub open: bool,
}

#[derive(Debug)]
pub struct Invitation {
    pub token: String,
    pub contact: usize,
    pub by: usize,
}

#[derive(Debug)]
pub struct Account {
    pub id: AccountId,
    pub status: AccountStatus,
    pub contacts: Vec<Contact>,
    pub services: Vec<Service>,
    pub ssh_key: SshKeyId,
    pub domains: Vec<DomainId>,
    pub own: Vec<Own>,
    pub requests: Vec<Request>,
    pub invitations: Vec<Invitation>,
}

#[derive(Debug)]
pub struct Person {
    pub id: PersonId,
    pub session: SessionId,
    /// Of a link that proves an address.
    pub token: String,
}

/// Numbers that are the same in every run.
#[derive(Debug)]
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, bound: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).expect("it is below")
    }

    pub fn one_in(&mut self, bound: usize) -> bool {
        self.below(bound) == 0
    }

    pub fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    fn some<T: Copy>(&mut self, list: &[T], one_in: usize) -> Vec<T> {
        list.iter().copied().filter(|_| self.one_in(one_in)).collect()
    }
}

/// Everything generated, and where each canary stands.
#[derive(Debug)]
pub struct Aviary {
    pub accounts: Vec<Account>,
    pub people: Vec<Person>,
    pub canaries: Vec<Canary>,
    pub dice: Dice,
}

/// A canary's text; no other text holds it.
const CALL: &str = "canary";

impl Aviary {
    /// Fills the database of a world with so many accounts.
    pub async fn fill(world: &World, accounts: usize, seed: u64) -> Self {
        let mut all = Self { accounts: Vec::new(), people: Vec::new(), canaries: Vec::new(), dice: Dice(seed) };
        for _ in 0..accounts {
            let account = all.plan();
            all.accounts.push(account);
            all.write(world, all.accounts.len() - 1).await;
        }
        all
    }

    /// A new canary.
    pub fn sing(&mut self, account: usize, spot: Spot) -> String {
        self.canaries.push(Canary { account, spot });
        format!("{CALL}{}x", self.canaries.len() - 1)
    }

    /// The canaries heard in a text.
    pub fn heard(&self, text: &str) -> Vec<&Canary> {
        let number = |rest: &str| rest.split('x').next().and_then(|number| number.parse::<usize>().ok());
        text.split(CALL).skip(1).map(|rest| &self.canaries[number(rest).expect("a canary's number")]).collect()
    }

    /// An id, like those of the portal.
    pub fn id(&mut self) -> Uuid {
        let (high, low) = (self.dice.below(usize::MAX), self.dice.below(usize::MAX));
        Uuid::from_u64_pair(high as u64, low as u64)
    }
}

impl Own {
    /// What it gives, as it is stored.
    pub fn stored(&self) -> (String, String) {
        let privileges: PrivilegeSet = self.privileges.iter().copied().collect();
        let operations: OperationSet = self.operations.iter().copied().collect();
        let keys = operations.iter().map(Operation::key).chain(self.on_domains.iter().map(|each| each.key()));
        let operations: Vec<&str> = keys.collect();
        (serde_json::to_string(&privileges).expect("JSON"), serde_json::to_string(&operations).expect("JSON"))
    }
}
