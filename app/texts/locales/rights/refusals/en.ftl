### Why something is refused, and what to do about it.

# A right is missing.
# $right (String)
missing = You need “{ $right }” for this. An owner of the account can give it to you.
# The rights to be given lie beyond what the granter may grant.
# $rights (String)
beyond-grant = You may not give what you do not hold yourself: { $rights }. Ask an owner of the account.
# The target's rights exceed the actor's.
stronger-target = This person holds rights that you do not hold. Ask an owner of the account.
# Owners can't be reduced.
owner-protected = Account owners always have full access to the account.
# What an owner is told, that owner alone chooses.
owners-choice = Owners choose for themselves which mails they get.
# Only owners do this.
owners-only = Only owners do this.
# Only the legal owner does this (PRODUCT D4a).
legal-owner-only = Only the legal owner does this.
# Only the one it is offered to, or who offered it.
not-yours = This is somebody else's to decide.
# Only an active contact with a login of their own can own an account.
cannot-own = Only an active contact who looks after their own login can own an account.
# Only somebody who has proved their e-mail address can own an account.
address-unproved = An owner must have confirmed the email address that their contact shows. The person confirms it under My Account, with a link by mail.
# Nobody does this to themselves.
not-to-oneself = You cannot do this to yourself. Ask an owner of the account.
# The person chose their own password or proved their address, so only they change it (PRODUCT D5).
own-credentials = This person looks after their own sign-in. You can send them a reset link.
# The contact has no login.
no-login = This contact has no login.
# The legal owner answers for the account until somebody else does.
legal-owner-stays = You answer for this account as its legal owner. You can leave once it belongs to somebody else.
# Viewing as a contact changes nothing.
view-only = You are viewing the portal as somebody else, so nothing can be changed.
# What is asked for is there already.
held-already = You have this already. Load the page again, and it is there.
# The account is suspended.
account-suspended = The account is suspended. Paying open invoices or a ticket to support helps.
# The account is closed.
account-closed = The account is closed.
