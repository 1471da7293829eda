//! Made-up worlds of any size, in the import's own format, for measurements and tests. The same numbers give the same
//! world.

use crate::demo::DEMO_HASH;
use crate::record::{
    AccountRecord, ContactRecord, DomainGrants, Password, PasswordBy, PersonRecord, Record, ServiceGrants,
    ServiceRecord,
};
use crate::value::{ExternalId, When};
use domain::category::Category;
use domain::email::EmailAddress;
use domain::operation::OperationSet;
use domain::owner::OwnerKind;
use domain::privilege::PrivilegeSet;
use domain::role::{Role, RoleSet};
use domain::service::{Period, ServiceKind, ServiceStatus};
use domain::status::AccountStatus;
use domain::status::ContactState;
use domain::template::{self, Template};
use portal::base::canon;
use std::net::IpAddr;

/// The sign-in address of the owner of the made-up account; the password is [`crate::DEMO_PASSWORD`].
pub const OWNER_EMAIL: &str = "owner@bench.example";

/// The external id of the made-up account.
pub const ACCOUNT: &str = "bench:account";

const FIRST: [&str; 48] = [
    "Anna",
    "Jörg",
    "Zoë",
    "Mehmet",
    "Ewa",
    "Noah",
    "Søren",
    "Chloé",
    "Ignacio",
    "Łukasz",
    "Mia",
    "Oluwaseun",
    "Priya",
    "Renée",
    "Siobhán",
    "Tomáš",
    "Ursula",
    "Viktor",
    "Wen",
    "Ximena",
    "Yasmin",
    "Zdeněk",
    "Beatriz",
    "Carlos",
    "Dagmar",
    "Emil",
    "Fatima",
    "Giulia",
    "Hannah",
    "İbrahim",
    "Jana",
    "Karim",
    "Lea",
    "Marek",
    "Nadia",
    "Oskar",
    "Paula",
    "Quentin",
    "Rosa",
    "Stefan",
    "Tereza",
    "Uwe",
    "Vera",
    "Wilhelm",
    "Yuki",
    "Zara",
    "Ada",
    "Björn",
];
const HEAD: [&str; 32] = [
    "Al", "Bran", "Ców", "Dor", "Eck", "Fel", "Grün", "Hal", "Ing", "Jor", "Kess", "Lind", "Mor", "Nor", "Oster",
    "Pell", "Quin", "Ros", "Stein", "Thor", "Ulm", "Vas", "Wen", "Xan", "Yor", "Zim", "Ber", "Cas", "Dra", "Esch",
    "Feld", "Gar",
];
const MIDDLE: [&str; 24] = [
    "a", "be", "co", "da", "el", "fa", "ge", "hi", "in", "ja", "ke", "lo", "ma", "ne", "or", "pa", "re", "sa", "ti",
    "un", "va", "wi", "xe", "zo",
];
const TAIL: [&str; 28] = [
    "bach", "berg", "dahl", "dorf", "eau", "feldt", "gaard", "haus", "ides", "jski", "kamp", "lund", "mann", "nen",
    "oğlu", "pulos", "quist", "rens", "son", "stein", "tsev", "ucci", "vić", "wald", "wick", "yan", "zadeh", "ström",
];

/// Lines for one account with so many contacts, its owner among them, and so many services.
pub fn generate(contacts: usize, services: usize, seed: u64) -> impl Iterator<Item = String> {
    let world = World { services, seed, templates: template::built_in() };
    let head = head(contacts > 0).into_iter();
    let services = (0..services).map(service);
    let people = (1..contacts).flat_map(move |index| world.contact(index));
    head.chain(services).chain(people).filter_map(|record| serde_json::to_string(&record).ok())
}

fn name(kind: &str, index: usize) -> Option<ExternalId> {
    ExternalId::parse(&format!("bench:{kind}-{index}")).ok()
}

fn account() -> Option<ExternalId> {
    ExternalId::parse(ACCOUNT).ok()
}

fn head(with_owner: bool) -> Vec<Record> {
    let account = account().map(|id| {
        Record::Account(AccountRecord {
            id,
            name: "Bench Hosting".to_owned(),
            status: AccountStatus::Active,
            currency: "EUR".to_owned(),
            hand_out: None,
        })
    });
    let owner = with_owner.then(|| {
        let mut person = person(0, "Olga", "Owner", OWNER_EMAIL)?;
        person.password = Some(Password { hash: DEMO_HASH.to_owned(), by: PasswordBy::Oneself });
        person.verified = true;
        let mut contact = bare(0, "Olga", "Owner")?;
        contact.person = Some(person.id.clone());
        contact.owner = Some(OwnerKind::Legal);
        Some([Record::Person(person), Record::Contact(Box::new(contact))])
    });
    account.into_iter().chain(owner.flatten().into_iter().flatten()).collect()
}

/// A part of an address.
fn octet(number: usize) -> u8 {
    u8::try_from(number % 250).unwrap_or(0)
}

fn service(index: usize) -> Record {
    let kind = ServiceKind::ALL[index % ServiceKind::ALL.len()];
    let (name_, product) = match kind {
        ServiceKind::Vps => ("vps", "Cloud VPS M"),
        ServiceKind::Dedicated => ("srv", "Dedicated Server XL"),
        ServiceKind::Hosting => ("web", "Web Hosting Pro"),
        ServiceKind::Colocation => ("rack", "Colocation 10U"),
        ServiceKind::Other => ("addon", "Backup Storage 1 TB"),
    };
    let day = i64::try_from(index % 700).unwrap_or(0);
    Record::Service(ServiceRecord {
        id: name("service", index).unwrap_or_else(|| ExternalId::own("")),
        account: account().unwrap_or_else(|| ExternalId::own("")),
        name: format!("{name_}-{index:04}"),
        product: product.to_owned(),
        driver: None,
        handle: None,
        kind,
        status: if index % 17 == 16 { ServiceStatus::Expired } else { ServiceStatus::Active },
        expires: Some(When::days_after(1_800_000_000_000, day)),
        address: Some(IpAddr::from([198, 18, octet(index / 250), octet(index % 250) + 1])),
        price_minor: Some(500 + 100 * day),
        period: Some(Period::ALL[index % Period::ALL.len()]),
        next_due: Some(When::days_after(1_800_000_000_000, day % 90)),
    })
}

fn person(index: usize, first_name: &str, last_name: &str, email: &str) -> Option<PersonRecord> {
    Some(PersonRecord {
        id: name("person", index)?,
        email: EmailAddress::parse(email).ok()?,
        first_name: first_name.to_owned(),
        last_name: last_name.to_owned(),
        language: None,
        time_zone: None,
        password: None,
        verified: false,
    })
}

fn bare(index: usize, first_name: &str, last_name: &str) -> Option<ContactRecord> {
    Some(ContactRecord {
        id: name("contact", index)?,
        account: account()?,
        person: None,
        owner: None,
        state: None,
        first_name: Some(first_name.to_owned()),
        last_name: Some(last_name.to_owned()),
        email: None,
        phone: None,
        note: None,
        roles: RoleSet::default(),
        template: None,
        privileges: PrivilegeSet::EMPTY,
        services: ServiceGrants::default(),
        domains: DomainGrants::default(),
        notifications: None,
        ends: None,
    })
}

struct World {
    services: usize,
    seed: u64,
    templates: Vec<Template>,
}

impl World {
    fn contact(&self, index: usize) -> Vec<Record> {
        let mut dice = Dice(self.seed ^ (index as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let first = *dice.pick(&FIRST);
        let last = format!("{}{}{}", dice.pick(&HEAD), dice.pick(&MIDDLE), dice.pick(&TAIL));
        let plain = canon::fold(&format!("{first}.{last}")).replace('ł', "l").replace('ø', "o").replace('ı', "i");
        let email = format!("{plain}.{index}@{}.example", dice.pick(&["mail", "post", "firm", "agency", "büro"]));
        let Some(mut contact) = bare(index, first, &last) else { return Vec::new() };
        let mut records = Vec::new();
        if dice.roll(10) < 7 {
            let Some(person) = person(index, first, &last, &email) else { return Vec::new() };
            contact.person = Some(person.id.clone());
            contact.state = (dice.roll(20) == 0).then_some(ContactState::Suspended);
            records.push(Record::Person(person));
            self.give(&mut contact, &mut dice);
        } else {
            contact.email = Some(email);
        }
        if dice.roll(3) > 0 {
            let chosen = Category::ALL.into_iter().filter(|_| dice.roll(3) == 0);
            contact.notifications = Some(chosen.collect());
        }
        contact.phone = (dice.roll(4) == 0).then(|| format!("+49 30 {:07}", dice.roll(10_000_000)));
        records.push(Record::Contact(Box::new(contact)));
        records
    }

    fn give(&self, contact: &mut ContactRecord, dice: &mut Dice) {
        match dice.roll(10) {
            0..4 => contact.roles = [*dice.pick(&Role::ALL), *dice.pick(&Role::ALL)].into_iter().collect(),
            4..7 => {
                let template = dice.pick(&self.templates);
                contact.template = Some(template.key.clone());
                contact.privileges = template.privileges;
                contact.services.all = template.operations;
                contact.domains.all = template.domain_operations;
            }
            7..9 if self.services > 0 => {
                for _ in 0..=dice.roll(3) {
                    let index = usize::try_from(dice.roll(self.services as u64)).unwrap_or(0);
                    let kind = ServiceKind::ALL[index % ServiceKind::ALL.len()];
                    let operations: OperationSet = kind.operations().iter().filter(|_| dice.roll(2) == 0).collect();
                    contact.services.each.extend(name("service", index).map(|service| (service, operations)));
                }
            }
            _ => {}
        }
    }
}

/// Numbers that look random and are the same every time (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % below.max(1)
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[usize::try_from(self.roll(from.len() as u64)).unwrap_or(0)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    #[test]
    fn the_same_numbers_give_the_same_world_and_every_line_is_right() {
        let lines: Vec<String> = generate(300, 20, 7).collect();
        assert_eq!(lines, generate(300, 20, 7).collect::<Vec<_>>());
        assert_ne!(lines, generate(300, 20, 8).collect::<Vec<_>>());
        let contacts = lines.iter().filter(|line| line.contains(r#""type":"contact""#)).count();
        assert_eq!(contacts, 300);
        let read = read::json_lines("bench.jsonl", 0, lines.join("\n").as_bytes(), |_| {}).expect("it can be read");
        assert_eq!(read.problems, []);
    }
}
