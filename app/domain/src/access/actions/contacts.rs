//! Contacts: their list, their forms, what becomes of them, and viewing the portal as one of them.

use crate::access::granting::{may_change_own, may_grant};
use crate::access::managing::{commands, manages, needs};
use crate::access::rule::{Rule, Scope};
use crate::access::status::Kind;
use crate::access::{Credentials, Deed, Denied, Standing, Target};
use crate::id::ContactId;
use crate::privilege::Privilege;
use crate::rights::Rights;
use crate::status::ContactState;
use crate::time::Timestamp;

/// What is done with contacts.
#[derive(Debug, Clone, Copy)]
pub enum ContactAction<'a> {
    /// List contacts.
    List,
    /// Look at one contact.
    See(Target<'a>),
    /// See why a contact cannot sign in.
    SeeSignIn(Target<'a>),
    /// Add contacts with these rights, at once or by invitation, under these ids; under none to ask whether one may.
    Add(&'a [ContactId], &'a Rights),
    /// Edit a contact.
    Edit(Target<'a>, Edit<'a>),
    /// Ask for a change of many contacts, each of which is decided by itself.
    ChangeMany,
    /// Suspend a contact.
    Suspend(Target<'a>),
    /// End a suspension: gives the contact's rights again.
    Reactivate(Target<'a>),
    /// Set when a contact's access ends, or that it does not.
    SetEnd(Target<'a>, EndEdit),
    /// Delete a contact.
    Delete(Target<'a>),
    /// Bring a deleted contact back with these rights.
    Restore(Target<'a>, &'a Rights),
    /// Send a contact a link to set a new password.
    SendReset(Target<'a>),
    /// View the portal as a contact.
    ViewAs(Target<'a>),
    /// End one's own view.
    StopViewing,
}

/// What an edit of a contact would change, beside names and numbers.
#[derive(Debug, Clone, Copy)]
pub struct Edit<'a> {
    /// The rights afterwards.
    pub rights: &'a Rights,
    /// What becomes of the sign-in.
    pub sign_in: SignInEdit,
}

/// What an edit does to a contact's sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInEdit {
    /// Nothing.
    Keep,
    /// A contact without a login gets one.
    Activate,
    /// A contact without a login gets another address: its mails go elsewhere.
    Readdress,
    /// The password or the sign-in address is set.
    Replace,
}

/// What becomes of the end of somebody's access.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndEdit {
    /// It ends sooner than it would: less is given.
    Sooner,
    /// It ends later, or not at all: what they have is given for longer.
    Later,
}

impl EndEdit {
    /// From one end to another; none: it does not end.
    pub fn of(before: Option<Timestamp>, after: Option<Timestamp>) -> Self {
        let is_later = before.is_some_and(|before| after.is_none_or(|after| after > before));
        if is_later { Self::Later } else { Self::Sooner }
    }
}

impl ContactAction<'_> {
    pub(super) fn rule(self, who: &Standing) -> Rule {
        let held = &who.effective;
        match self {
            Self::List => Rule::looks(Kind::Read, needs(held, Privilege::ContactsView)),
            Self::See(target) => Rule::looks(Kind::Read, may_see(who, &target)),
            Self::SeeSignIn(_) => Rule::looks(Kind::Read, needs(held, Privilege::ContactsManage)),
            Self::Add(contacts, rights) => {
                let needed = needs(held, Privilege::ContactsManage);
                let needed = needed.and_then(|()| may_grant(who, &Rights::default(), rights));
                Rule::writes(Kind::Business, Scope::Contacts(contacts.to_vec()), ADDING, needed)
            }
            Self::Edit(target, edit) => {
                let needed = may_edit(who, &target, &edit);
                Rule::writes(Kind::Change, Scope::Contact(target.contact), edit.sign_in.deeds(), needed)
            }
            Self::ChangeMany => Rule::looks(Kind::Change, needs(held, Privilege::ContactsManage)),
            Self::Suspend(target) => change(&target, SUSPENDING, manages(who, &target)),
            Self::Reactivate(target) => change(&target, REACTIVATING, may_give_again(who, &target, target.rights)),
            Self::SetEnd(target, edit) => change(&target, &[Deed::SetEnd], may_set_end(who, &target, edit)),
            Self::Delete(target) => change(&target, DELETING, manages(who, &target)),
            Self::Restore(target, rights) => change(&target, RESTORING, may_give_again(who, &target, rights)),
            Self::SendReset(target) => change(&target, &[Deed::SendReset], may_send_reset(who, &target)),
            Self::ViewAs(target) => {
                let needed = may_view_as(who, &target);
                Rule::writes(Kind::Business, Scope::Contact(target.contact), &[Deed::View], needed)
            }
            Self::StopViewing => Rule::writes(Kind::Leave, Scope::Account, &[Deed::View], Ok(())),
        }
    }
}

fn change(target: &Target<'_>, deeds: &'static [Deed], needed: Result<(), Denied>) -> Rule {
    Rule::writes(Kind::Change, Scope::Contact(target.contact), deeds, needed)
}

const ADDING: &[Deed] = &[Deed::AddContact, Deed::SetSignIn, Deed::Invite, Deed::MakeLink];
const SUSPENDING: &[Deed] = &[Deed::SetState(ContactState::Suspended), Deed::EndViews, Deed::SetTransfer];
const REACTIVATING: &[Deed] = &[Deed::SetState(ContactState::Active)];
const DELETING: &[Deed] =
    &[Deed::SetState(ContactState::Deleted), Deed::SetSignIn, Deed::EndInvitation, Deed::SetTransfer, Deed::EndViews];
const RESTORING: &[Deed] = &[
    Deed::SetState(ContactState::Active),
    Deed::SetState(ContactState::ContactOnly),
    // Nobody, where its person has another address by now.
    Deed::SetSignIn,
    // Less than was chosen, where whoever restores may not see all of it.
    Deed::ChooseNotifications,
];

impl SignInEdit {
    const fn deeds(self) -> &'static [Deed] {
        match self {
            Self::Keep => &[Deed::EditContact],
            Self::Activate => &[Deed::EditContact, Deed::SetState(ContactState::Active), Deed::SetSignIn],
            // Less than was chosen, where the editor may not see all of it.
            Self::Readdress => &[Deed::EditContact, Deed::ChooseNotifications],
            Self::Replace => &[Deed::EditContact, Deed::SetSignIn],
        }
    }
}

fn may_see(who: &Standing, target: &Target<'_>) -> Result<(), Denied> {
    if target.contact == who.contact { Ok(()) } else { needs(&who.effective, Privilege::ContactsView) }
}

/// Whether somebody may be given again what they had.
pub(super) fn may_give_again(who: &Standing, target: &Target<'_>, rights: &Rights) -> Result<(), Denied> {
    manages(who, target)?;
    may_grant(who, &Rights::default(), rights)
}

/// INVARIANT: nobody prolongs what they could not give (SECURITY I4).
fn may_set_end(who: &Standing, target: &Target<'_>, edit: EndEdit) -> Result<(), Denied> {
    match edit {
        EndEdit::Sooner => manages(who, target),
        EndEdit::Later => may_give_again(who, target, target.rights),
    }
}

fn may_send_reset(who: &Standing, target: &Target<'_>) -> Result<(), Denied> {
    needs(&who.effective, Privilege::ContactsManage)?;
    commands(who, target)?;
    match target.credentials {
        Credentials::None => Err(Denied::NoLogin),
        Credentials::HeldHere | Credentials::Unproved | Credentials::Own => Ok(()),
    }
}

fn may_view_as(who: &Standing, target: &Target<'_>) -> Result<(), Denied> {
    needs(&who.effective, Privilege::ContactsLoginAs)?;
    if target.contact == who.contact {
        return Err(Denied::NotToOneself);
    }
    if target.credentials == Credentials::None {
        return Err(Denied::NoLogin);
    }
    commands(who, target)
}

/// Whether a contact may be edited like this.
pub(super) fn may_edit(who: &Standing, target: &Target<'_>, edit: &Edit<'_>) -> Result<(), Denied> {
    needs(&who.effective, Privilege::ContactsManage)?;
    if target.owner.is_some() {
        return Err(Denied::OwnerProtected);
    }
    if target.contact == who.contact {
        may_change_own(who, target.rights, edit.rights)?;
    } else {
        may_grant(who, target.rights, edit.rights)?;
    }
    match edit.sign_in {
        SignInEdit::Keep => Ok(()),
        SignInEdit::Activate => {
            commands(who, target)?;
            // Whatever the contact has becomes usable: activating gives it.
            may_grant(who, &Rights::default(), edit.rights)
        }
        SignInEdit::Readdress => {
            commands(who, target)?;
            match target.credentials {
                Credentials::None => Ok(()),
                Credentials::HeldHere | Credentials::Unproved | Credentials::Own => Err(Denied::OwnCredentials),
            }
        }
        SignInEdit::Replace => {
            if target.contact == who.contact {
                return Err(Denied::NotToOneself);
            }
            commands(who, target)?;
            match target.credentials {
                Credentials::HeldHere => Ok(()),
                Credentials::Unproved | Credentials::Own => Err(Denied::OwnCredentials),
                Credentials::None => Err(Denied::NoLogin),
            }
        }
    }
}
