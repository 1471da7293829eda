//! The account's own roles and templates, and which roles its managers may hand out.

use super::contacts::{Edit, SignInEdit, may_edit};
use crate::access::granting::may_change_role;
use crate::access::managing::needs;
use crate::access::rule::{Rule, Scope};
use crate::access::status::Kind;
use crate::access::{Deed, Denied, Standing, Target};
use crate::privilege::Privilege;
use crate::rights::Rights;
use crate::role::OwnRole;

/// What is done with what the account hands out.
#[derive(Debug, Clone, Copy)]
pub enum RightsAction<'a> {
    /// Say which roles managers may hand out.
    SetHandOut,
    /// Make, rename and delete the account's own templates.
    KeepTemplates,
    /// Have a template or role of the account give something else than it does, or have another name: before, and
    /// afterwards. One that is made gave nothing before.
    ChangeRole(&'a OwnRole, &'a OwnRole),
    /// Leave a contact that has a role with these rights, since the role is changed or deleted.
    ChangeHolder(Target<'a>, &'a Rights),
}

impl RightsAction<'_> {
    pub(super) fn rule(self, who: &Standing) -> Rule {
        let (scope, deed, needed) = match self {
            Self::SetHandOut => (Scope::Account, &[Deed::SetHandOut], owners_only(who)),
            Self::KeepTemplates => (Scope::Account, &[Deed::KeepTemplates], keeps_templates(who)),
            Self::ChangeRole(before, after) => {
                let needed = keeps_templates(who).and_then(|()| may_change_role(who, before, after));
                (Scope::Account, &[Deed::KeepTemplates], needed)
            }
            Self::ChangeHolder(holder, rights) => {
                (Scope::Contact(holder.contact), &[Deed::EditContact], may_change_holder(who, &holder, rights))
            }
        };
        Rule::writes(Kind::Change, scope, deed, needed)
    }
}

fn owners_only(who: &Standing) -> Result<(), Denied> {
    if who.owner.is_some() { Ok(()) } else { Err(Denied::OwnersOnly) }
}

fn keeps_templates(who: &Standing) -> Result<(), Denied> {
    needs(&who.effective, Privilege::ContactsManage)
}

/// An owner holds everything, whatever was given before: a role that goes takes nothing from them. Everybody else is edited.
fn may_change_holder(who: &Standing, holder: &Target<'_>, rights: &Rights) -> Result<(), Denied> {
    if holder.owner.is_some() {
        return keeps_templates(who);
    }
    may_edit(who, holder, &Edit { rights, sign_in: SignInEdit::Keep })
}
