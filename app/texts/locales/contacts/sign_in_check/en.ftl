### The words of why somebody cannot sign in (S0.28).

title = Sign-in
lead = What stands in the way of signing in and working here, if anything does.
# Until when tries do not count.
until = Until
# What stands in the way, and what helps: the contact was deleted.
finding-deleted = Deleted: there is nothing to sign in to until this contact is restored.
# What stands in the way, and what helps: it has no login.
finding-no-login = No login: tick “Activate Sub-Account” when editing to give one.
# What stands in the way, and what helps: it was invited and has not accepted yet.
finding-invited = Invited, and not accepted yet: the link is in their mail.
# What stands in the way, and what helps: the invitation ran out.
finding-invitation-expired = The invitation has run out: send it again.
# What stands in the way, and what helps: the invitation was declined.
finding-declined = The invitation was declined.
# What stands in the way, and what helps: the account is closed, which lets nobody but owners in.
finding-account-closed = The account is closed: only its owners can still open it.
# What stands in the way, and what helps: the contact is suspended.
finding-suspended = Suspended here: they can sign in, but not open this account.
# What stands in the way, and what helps: its access has ended.
finding-access-ended = Their access to this account has ended.
# What stands in the way, and what helps: the person signs in with another address than the one here.
finding-other-address = They sign in with another e-mail address than the one that stands here; only they know which.
# What stands in the way, and what helps: there is no password.
finding-no-password = No password is set: a reset link lets them choose one.
# What stands in the way, and what helps: the password was set by somebody else and must be changed first.
finding-password-to-be-changed = The password was set by somebody else: it must be changed at the first sign-in, before anything else.
# What stands in the way, and what helps: too many wrong passwords, so that tries count only after a while.
finding-locked = Too many wrong passwords: the next try counts only after a wait.
# What stands in the way, and what helps: the password was wrong lately, so often.
# $times (Number)
finding-wrong-password = { $times ->
    [one] The password was wrong once lately. If they forgot it, a reset link helps.
   *[other] The password was wrong { $times } times lately. If they forgot it, a reset link helps.
}
# What stands in the way, and what helps: signing in works, but there is nothing to see.
finding-no-rights = They can sign in, but no right was given: there is nothing to see.
# What stands in the way, and what helps: nothing does.
finding-fine = Nothing stands in the way. If it fails all the same, they may be typing another e-mail address.
