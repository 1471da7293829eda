### The words of why somebody cannot sign in (S0.28).

title = Sign-in
lead = Can they sign in?
# Until when tries do not count.
until = Until
# What stands in the way, and what helps: the contact was deleted.
finding-deleted = Deleted. Restore this contact first.
# What stands in the way, and what helps: it has no login.
finding-no-login = No login. Tick “Activate Sub-Account” when editing to give one.
# What stands in the way, and what helps: it was invited and has not accepted yet.
finding-invited = Invited but hasn’t accepted yet. The link is in their email.
# What stands in the way, and what helps: the invitation ran out.
finding-invitation-expired = The invitation has expired. Send it again.
# What stands in the way, and what helps: the invitation was declined.
finding-declined = They declined the invitation.
# What stands in the way, and what helps: the account is closed, which lets nobody but owners in.
finding-account-closed = The account is closed. Only owners can open it.
# What stands in the way, and what helps: the contact is suspended.
finding-suspended = Suspended. They can sign in but not open this account.
# What stands in the way, and what helps: its access has ended.
finding-access-ended = Their access has ended.
# What stands in the way, and what helps: the person signs in with another address than the one here.
finding-other-address = Signs in with a different address.
# What stands in the way, and what helps: there is no password.
finding-no-password = No password yet. A reset link lets them choose one.
# What stands in the way, and what helps: the password was set by somebody else and must be changed first.
finding-password-to-be-changed = Has a temporary password and must change it at first sign-in.
# What stands in the way, and what helps: too many wrong passwords, so that tries count only after a while.
finding-locked = Temporarily locked after too many wrong passwords.
# What stands in the way, and what helps: the password was wrong lately, so often.
# $times (Number)
finding-wrong-password = { $times ->
    [one] Wrong password once recently. If they forgot it, send a reset link.
   *[other] Wrong password { $times } times recently. If they forgot it, send a reset link.
}
# What stands in the way, and what helps: signing in works, but there is nothing to see.
finding-no-rights = They can sign in but have no rights, so there is nothing to see.
# What stands in the way, and what helps: nothing does.
finding-fine = Yes. If it fails, check which address they use.
