//! What tries are counted under: whom a key limits, how many tries are free, and how long the waits are.

use crate::base::canon;
use crate::base::random;
use domain::email::EmailAddress;
use domain::id::{AccountId, ContactId, PersonId, SessionId};
use domain::text::Secret;
use std::fmt::Display;
use std::net::IpAddr;

/// Seconds of a minute.
const MINUTE: i64 = 60;
/// Seconds of a day.
pub(super) const DAY: i64 = 86_400;

/// What is counted, under a name that has one spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    pub(super) name: String,
    /// Whom it limits.
    pub(super) whom: Whom,
    /// How many tries are free.
    pub(super) free: i64,
    /// Seconds of the first wait.
    pub(super) wait: i64,
    /// How often the wait doubles.
    pub(super) doublings: i64,
    /// Seconds after the first try when all are forgotten.
    pub(super) forgotten_after: i64,
}

/// Whom a key limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whom {
    /// Tries on one thing: a right one clears the others of suspicion.
    One,
    /// Tries of many: a right one says nothing of the others.
    Many,
}

impl Key {
    /// Five a day, then waits that double up to seventeen minutes: 98 tries in a day.
    const fn of_one(name: String) -> Self {
        Self { name, whom: Whom::One, free: 5, wait: 1, doublings: 10, forgotten_after: DAY }
    }

    /// Tries on one person's account, by the address they sign in with; what is no address counts as typed.
    pub(crate) fn address(purpose: Purpose, typed: &str) -> Self {
        let spelling = EmailAddress::parse(typed)
            .and_then(|address| canon::email_key(&address))
            .unwrap_or_else(|_| canon::fold(typed));
        // Hashed: what people type there is not for keeping.
        Self::of_one(format!("{}:address:{}", purpose.key(), random::hash(&spelling)))
    }

    /// Tries from a browser that its person has signed in with before, and from no other.
    pub(crate) fn device(purpose: Purpose, device: &Secret, person: &str) -> Self {
        Self::known_device(purpose, &random::hash(device.expose()), person)
    }

    /// The same, where only the hash of the browser's token is known.
    pub(crate) fn known_device(purpose: Purpose, device_hash: &str, person: &str) -> Self {
        Self::of_one(format!("{}:device:{device_hash}:{person}", purpose.key()))
    }

    /// Tries from all browsers together that a person has signed in with before: a hundred a day, then waits that double up
    /// to seventeen minutes. From one alone there are fewer: it keeps nobody from signing in with another.
    pub(crate) fn devices(purpose: Purpose, person: &str) -> Self {
        let name = format!("{}:devices:{person}", purpose.key());
        Self { name, whom: Whom::Many, free: 100, wait: 1, doublings: 10, forgotten_after: DAY }
    }

    /// Tries of one session on the password of its person. A borrowed one uses up its own tries, and its person changes the
    /// password in another; who has none of that person's sessions gets none without the password.
    pub(crate) fn session(purpose: Purpose, session: SessionId) -> Self {
        Self::of_one(format!("{}:session:{session}", purpose.key()))
    }

    /// What somebody signed in asks for.
    pub(crate) fn person(purpose: Purpose, person: PersonId) -> Self {
        Self::of_one(format!("{}:person:{person}", purpose.key()))
    }

    /// Tries from one place: an IPv4 address, or the /64 that an IPv6 customer has. Many may sit behind one, hence more
    /// are free and all are forgotten sooner.
    pub(crate) fn place(purpose: Purpose, ip: &str) -> Self {
        let place = match ip.parse::<IpAddr>().map(|ip| ip.to_canonical()) {
            Ok(IpAddr::V4(ip)) => ip.to_string(),
            Ok(IpAddr::V6(ip)) => {
                let [a, b, c, d, ..] = ip.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
            Err(_) => "unknown".to_owned(),
        };
        let name = format!("{}:place:{place}", purpose.key());
        Self { name, whom: Whom::Many, free: 20, wait: 1, doublings: 10, forgotten_after: 3_600 }
    }

    /// Tries of all the world: six hundred a minute, then one a second. It slows down whoever guesses from everywhere,
    /// and leaves the server something to do for those signed in.
    pub(crate) fn everybody(purpose: Purpose) -> Self {
        let name = format!("{}:everybody", purpose.key());
        Self { name, whom: Whom::Many, free: 600, wait: 1, doublings: 0, forgotten_after: 60 }
    }

    /// Passwords that somebody chooses, for themselves or for others: twenty a minute, then one every two seconds. Judging
    /// one is work; how much of it is done at once for everybody is limited in `base::passwords`.
    pub(crate) fn new_password(who: impl Display) -> Self {
        let name = format!("new_password:{who}");
        Self { name, whom: Whom::Many, free: 20, wait: 2, doublings: 0, forgotten_after: 60 }
    }

    /// So many times, then not for a day.
    const fn a_day(name: String, free: i64) -> Self {
        Self { name, whom: Whom::Many, free, wait: DAY, doublings: 0, forgotten_after: DAY }
    }

    /// Mails that the people of one account cause to addresses they typed: a hundred a day.
    pub(crate) fn invitations(account: AccountId) -> Self {
        Self::a_day(format!("invitation:account:{account}"), 100)
    }

    /// What is told to the people of one account: twenty times a day.
    pub(crate) fn account(purpose: Purpose, account: AccountId) -> Self {
        Self::a_day(format!("{}:account:{account}", purpose.key()), 20)
    }

    /// What one person changes: so many times a minute, then not for a minute.
    pub(crate) fn writes(person: PersonId, a_minute: u32) -> Self {
        let name = format!("write:person:{person}");
        Self { name, whom: Whom::Many, free: i64::from(a_minute), wait: MINUTE, doublings: 0, forgotten_after: MINUTE }
    }

    /// How often one person signs in: three hundred times a day, then once in ten minutes.
    pub(crate) fn sign_ins(person: PersonId) -> Self {
        let name = format!("signed_in:person:{person}");
        Self { name, whom: Whom::Many, free: 300, wait: 10 * MINUTE, doublings: 0, forgotten_after: DAY }
    }

    /// The same beyond that from one browser they have signed in with: twenty times a day, which nobody else uses up.
    pub(crate) fn sign_ins_with(device: &Secret, person: PersonId) -> Self {
        Self::a_day(format!("signed_in:device:{}:{person}", random::hash(device.expose())), 20)
    }

    /// What one contact causes others to be told: ten times a day.
    pub(crate) fn contact(purpose: Purpose, contact: ContactId) -> Self {
        Self::a_day(format!("{}:contact:{contact}", purpose.key()), 10)
    }

    /// Mails that one person causes to one mailbox of others: twenty a day.
    pub(crate) fn mailbox(by: PersonId, email_key: &str) -> Self {
        Self::a_day(format!("mail:mailbox:{by}:{}", random::hash(email_key)), 20)
    }

    /// Mails that one person causes to addresses that nobody has proved: two hundred a day.
    pub(crate) fn unproved(by: PersonId) -> Self {
        Self::a_day(format!("mail:unproved:{by}"), 200)
    }

    /// Mails of one kind that people cause to their own mailbox.
    pub(crate) fn own_mailbox(letter: &str, email_key: &str, free: i64) -> Self {
        Self::a_day(format!("mail:own:{letter}:{free}:{}", random::hash(email_key)), free)
    }

    /// Mailboxes of logins that one account made whose people are warned of what was done with theirs: a hundred a day.
    pub(crate) fn warnings(account: AccountId) -> Self {
        Self::a_day(format!("mail:warnings:{account}"), 100)
    }

    /// The first mail of a day to somebody whose login an account made.
    pub(crate) fn first_of_day(email_key: &str) -> Self {
        Self::a_day(format!("mail:first:{}", random::hash(email_key)), 1)
    }

    /// The mail that somebody is viewed by one person: once for as long as one view lasts.
    pub(crate) fn viewed(by: PersonId, account: AccountId, contact: ContactId, lasts: i64) -> Self {
        let name = format!("mail:viewed:{account}:{contact}:{by}");
        Self { name, whom: Whom::Many, free: 1, wait: lasts, doublings: 0, forgotten_after: lasts }
    }
}

/// What is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    SignIn,
    /// Asking for a link by mail.
    Forgot,
    /// Giving the present password once more.
    Password,
    /// Asking for a login for an address, and hearing that somebody has one (PRODUCT D3).
    HasLogin,
    /// Asking for a right, of which others are told by mail.
    AskForAccess,
    /// Asking for a link that proves an address.
    ProveAddress,
}

impl Purpose {
    const fn key(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Forgot => "forgot",
            Self::Password => "password",
            Self::HasLogin => "has_login",
            Self::AskForAccess => "ask_for_access",
            Self::ProveAddress => "prove_address",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_and_one_place_have_one_key() {
        let address = |typed| Key::address(Purpose::SignIn, typed);
        assert_eq!(address("Anna@Example.com"), address(" anna@example.COM. "));
        assert_ne!(address("anna@example.com"), address("anne@example.com"));
        assert_ne!(address("anna@example.com"), Key::address(Purpose::Forgot, "anna@example.com"));
        assert_eq!(address(" Not an address"), address("not  an ADDRESS"));

        let place = |ip| Key::place(Purpose::SignIn, ip);
        assert_eq!(place("2001:db8:1:2::1"), place("2001:0db8:0001:0002:ffff::9"));
        assert_ne!(place("2001:db8:1:2::1"), place("2001:db8:1:3::1"));
        assert_eq!(place("192.0.2.1"), place("::ffff:192.0.2.1"));
        assert_ne!(place("192.0.2.1"), place("192.0.2.2"));
    }
}
