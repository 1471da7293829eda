### Why something is refused, and what to do about it.

# A right is missing.
# $right (String)
missing = You need the right “{ $right }”. Ask an owner or manager of the account.
# The rights to be given lie beyond what the granter may grant.
# $rights (String)
beyond-grant = You can’t give rights you don’t have: { $rights }. Ask an owner of the account.
# The target's rights exceed the actor's.
stronger-target = This person has rights you don’t have. Ask an owner of the account.
# Owners can't be reduced.
owner-protected = Account owners always have full access to the account.
# What an owner is told, that owner alone chooses.
owners-choice = Owners choose their own emails.
# Only owners do this.
owners-only = Only owners can change this.
# Only the legal owner does this (PRODUCT D4a).
legal-owner-only = Only the legal owner can change this.
# Only the one it is offered to, or who offered it.
not-yours = Somebody else has to decide this.
# Only an active contact with a login of their own can own an account.
cannot-own = Only an active contact with their own login can own an account.
# Only somebody who has proved their e-mail address can own an account.
address-unproved = Owners need a confirmed email address. This person can confirm theirs under My Account.
# Nobody does this to themselves.
not-to-oneself = You can’t do this to yourself. Ask an owner of the account.
# The person chose their own password or proved their address, so only they change it (PRODUCT D5).
own-credentials = This person manages their own sign-in. You can send them a reset link.
# The contact has no login.
no-login = This contact has no login.
# The legal owner answers for the account until somebody else does.
legal-owner-stays = You’re the legal owner of this account. Transfer ownership before you leave.
# Viewing as a contact changes nothing.
view-only = You’re viewing the portal as somebody else, so nothing can be changed.
# What is asked for is there already.
held-already = You already have this. Reload the page to see it.
# The account is suspended.
account-suspended = The account is suspended. Pay open invoices or contact support.
# The account is closed.
account-closed = The account is closed.
