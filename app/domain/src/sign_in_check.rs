//! Why a contact cannot sign in (S0.28): the diagnosis, from facts that the server reads. Pure, and says nothing that is
//! not about this contact on this account.

use crate::status::AccountStatus;
use crate::status::ContactStatus;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// What is known of a contact's sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignInFacts {
    /// Where the contact stands.
    pub status: ContactStatus,
    /// Where the account stands.
    pub account: AccountStatus,
    /// Whether it is an owner.
    pub owner: bool,
    /// Its password; `None` without a login.
    pub password: Option<PasswordFact>,
    /// Whether the person signs in with the address that the contact has here.
    pub address: AddressFact,
    /// How many wrong passwords there were since the last right one, within a day.
    pub wrong: u32,
    /// Whether it must wait at present until the next try counts.
    pub wait: Wait,
    /// Whether any right was given.
    pub rights: RightsFact,
}

/// What there is of a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordFact {
    /// None was ever set, or it was taken away.
    Missing,
    /// Somebody else set it.
    SetByOther,
    /// The person chose it.
    Own,
}

/// Which address the person signs in with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressFact {
    /// That of the contact.
    Same,
    /// Another one, which is nobody's business here.
    Another,
}

/// Whether tries count at present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// They do.
    None,
    /// Not before a while.
    Running,
}

/// What was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RightsFact {
    /// Nothing.
    None,
    /// Something.
    Some,
}

/// One reason, in the order in which they stand in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "finding", rename_all = "snake_case")]
pub enum Finding {
    /// The contact was deleted.
    Deleted,
    /// It has no login.
    NoLogin,
    /// It was invited and has not accepted yet.
    Invited,
    /// The invitation ran out.
    InvitationExpired,
    /// The invitation was declined.
    Declined,
    /// The account is closed, which lets nobody but owners in.
    AccountClosed,
    /// The contact is suspended.
    Suspended,
    /// Its access has ended.
    AccessEnded,
    /// The person signs in with another address than the one here.
    OtherAddress,
    /// There is no password.
    NoPassword,
    /// The password was set by somebody else and must be changed first.
    PasswordToBeChanged,
    /// Too many wrong passwords: tries count only after a while.
    Locked,
    /// The password was wrong lately.
    WrongPassword {
        /// How often.
        times: u32,
    },
    /// Signing in works, but there is nothing to see.
    NoRights,
    /// Nothing stands in the way.
    Fine,
}

/// The diagnosis as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInReport {
    /// The reasons; exactly [`Finding::Fine`] when there is none.
    pub findings: Vec<Finding>,
    /// Until when tries do not count.
    pub locked_until: Option<Moment>,
}

/// What stands in the way of signing in and working, first things first.
pub fn diagnose(facts: &SignInFacts) -> Vec<Finding> {
    let alone = match facts.status {
        ContactStatus::Deleted => Some(Finding::Deleted),
        ContactStatus::RequestPending => Some(Finding::Invited),
        ContactStatus::InvitationExpired => Some(Finding::InvitationExpired),
        ContactStatus::Declined => Some(Finding::Declined),
        ContactStatus::ContactOnly => Some(Finding::NoLogin),
        ContactStatus::Active | ContactStatus::Suspended | ContactStatus::AccessExpired => None,
    };
    let (None, Some(password)) = (alone, facts.password) else { return vec![alone.unwrap_or(Finding::NoLogin)] };
    let mut findings = Vec::new();
    let mut note = |applies: bool, finding: Finding| findings.extend(applies.then_some(finding));
    note(facts.account == AccountStatus::Closed && !facts.owner, Finding::AccountClosed);
    note(facts.status == ContactStatus::Suspended, Finding::Suspended);
    note(facts.status == ContactStatus::AccessExpired, Finding::AccessEnded);
    note(facts.address == AddressFact::Another, Finding::OtherAddress);
    note(password == PasswordFact::Missing, Finding::NoPassword);
    note(password == PasswordFact::SetByOther, Finding::PasswordToBeChanged);
    note(facts.wait == Wait::Running, Finding::Locked);
    note(facts.wrong > 0, Finding::WrongPassword { times: facts.wrong });
    note(facts.rights == RightsFact::None && !facts.owner, Finding::NoRights);
    if findings.is_empty() {
        findings.push(Finding::Fine);
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    const WELL: SignInFacts = SignInFacts {
        status: ContactStatus::Active,
        account: AccountStatus::Active,
        owner: false,
        password: Some(PasswordFact::Own),
        address: AddressFact::Same,
        wrong: 0,
        wait: Wait::None,
        rights: RightsFact::Some,
    };

    #[test]
    fn each_cause_is_named_by_itself() {
        for (facts, finding) in [
            (WELL, Finding::Fine),
            (SignInFacts { status: ContactStatus::Deleted, ..WELL }, Finding::Deleted),
            (SignInFacts { status: ContactStatus::ContactOnly, password: None, ..WELL }, Finding::NoLogin),
            (SignInFacts { password: None, ..WELL }, Finding::NoLogin),
            (SignInFacts { status: ContactStatus::RequestPending, password: None, ..WELL }, Finding::Invited),
            (SignInFacts { status: ContactStatus::InvitationExpired, ..WELL }, Finding::InvitationExpired),
            (SignInFacts { status: ContactStatus::Declined, ..WELL }, Finding::Declined),
            (SignInFacts { account: AccountStatus::Closed, ..WELL }, Finding::AccountClosed),
            (SignInFacts { account: AccountStatus::Closed, owner: true, ..WELL }, Finding::Fine),
            (SignInFacts { account: AccountStatus::Suspended, ..WELL }, Finding::Fine),
            (SignInFacts { status: ContactStatus::Suspended, ..WELL }, Finding::Suspended),
            (SignInFacts { status: ContactStatus::AccessExpired, ..WELL }, Finding::AccessEnded),
            (SignInFacts { address: AddressFact::Another, ..WELL }, Finding::OtherAddress),
            (SignInFacts { password: Some(PasswordFact::Missing), ..WELL }, Finding::NoPassword),
            (SignInFacts { password: Some(PasswordFact::SetByOther), ..WELL }, Finding::PasswordToBeChanged),
            (SignInFacts { wait: Wait::Running, ..WELL }, Finding::Locked),
            (SignInFacts { wrong: 3, ..WELL }, Finding::WrongPassword { times: 3 }),
            (SignInFacts { rights: RightsFact::None, ..WELL }, Finding::NoRights),
            (SignInFacts { rights: RightsFact::None, owner: true, ..WELL }, Finding::Fine),
        ] {
            assert_eq!(diagnose(&facts), [finding], "{facts:?}");
        }
    }

    #[test]
    fn several_causes_stand_in_the_order_in_which_they_are_met() {
        let facts = SignInFacts {
            status: ContactStatus::Suspended,
            password: Some(PasswordFact::SetByOther),
            wrong: 7,
            wait: Wait::Running,
            rights: RightsFact::None,
            ..WELL
        };
        let expected = [
            Finding::Suspended,
            Finding::PasswordToBeChanged,
            Finding::Locked,
            Finding::WrongPassword { times: 7 },
            Finding::NoRights,
        ];
        assert_eq!(diagnose(&facts), expected);
    }
}
