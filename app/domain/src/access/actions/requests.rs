//! Requests for access.

use crate::access::granting::may_grant;
use crate::access::managing::manages;
use crate::access::rule::{Rule, Scope};
use crate::access::status::Kind;
use crate::access::{Deed, Denied, Standing, Target};
use crate::asked::Asked;
use crate::rights::Rights;

/// What is done with requests for access.
#[derive(Debug, Clone, Copy)]
pub enum RequestAction<'a> {
    /// Ask for a right that one lacks.
    Ask(Asked),
    /// Withdraw what one has asked for.
    Withdraw,
    /// See that a contact asks for what would leave it with these rights.
    See(Target<'a>, &'a Rights),
    /// Grant or decline that.
    Decide(Target<'a>, &'a Rights),
}

impl RequestAction<'_> {
    pub(super) fn rule(self, who: &Standing) -> Rule {
        match self {
            Self::Ask(asked) => {
                let needed = if asked.is_held(&who.effective) { Err(Denied::HeldAlready) } else { Ok(()) };
                Rule::writes(Kind::Change, Scope::Contact(who.contact), &[Deed::Ask], needed)
            }
            Self::Withdraw => Rule::writes(Kind::Change, Scope::Contact(who.contact), &[Deed::CloseRequest], Ok(())),
            Self::See(target, rights) => Rule::looks(Kind::Read, may_decide(who, &target, rights)),
            Self::Decide(target, rights) => {
                let needed = may_decide(who, &target, rights);
                Rule::writes(Kind::Change, Scope::Contact(target.contact), DECIDING, needed)
            }
        }
    }
}

const DECIDING: &[Deed] = &[Deed::CloseRequest, Deed::EditContact];

// INVARIANT: whoever may not give it neither sees the request nor declines it; nobody decides their own.
fn may_decide(who: &Standing, target: &Target<'_>, rights: &Rights) -> Result<(), Denied> {
    manages(who, target)?;
    may_grant(who, target.rights, rights)
}
