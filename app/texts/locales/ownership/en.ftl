### The words of who owns an account.

owners = Owners
# What they may do.
owners-lead = Owners have full access. Only the legal owner can add or remove co-owners or transfer the account.
new-co-owner = New co-owner
appoint = Add co-owner
# The choice of nobody yet.
choose-person = Choose a person
# The question before it: title, with the name.
# $name (String)
appoint-title = Add { $name } as co-owner?
# What it does, with the name.
# $name (String)
appoint-text = { $name } gets full access to this account, including billing, all services and all contacts. Managers can no longer edit, suspend or delete { $name }. Only the legal owner can undo this.
# Their access would have ended then.
# $until (String)
end-waits = Their access as a contact ends on { $until }. As a co-owner it doesn’t end.
# Their access has ended then.
# $until (String)
end-is-lifted = Their access ended on { $until }. As a co-owner they have access again.
# Carries it out, with the name.
# $name (String)
appoint-yes = Add { $name } as co-owner
# Button, with the name.
# $name (String)
dismiss = Remove as co-owner: { $name }
# The question before it: title, with the name.
# $name (String)
dismiss-title = Remove { $name } as co-owner?
# What it does, with the name.
# $name (String)
dismiss-text = { $name } loses full access immediately and keeps the rights they have as a contact.
# When their access ends afterwards.
# $until (String)
end-returns = Their access then ends on { $until }.
# Their access ended then, so that they lose it at once.
# $until (String)
end-is-past = Their access as a contact ended on { $until }: they can no longer open this account.
# Carries it out.
dismiss-yes = Remove as co-owner
# There is nobody else who could own the account.
nobody-to-appoint = Nobody else has their own login and a confirmed email address.
# The names of those who have not proved their address.
# $names (String)
unproved = Not listed because their email address isn’t confirmed: { $names }. They can confirm it under My Account.
hand-over = Transfer ownership
# What it does.
hand-over-lead = The new owner has to accept. You stay on as co-owner.
# What to think of first.
hand-over-tip = The new owner gets full control and can remove you. You can undo this for 72 hours after they accept.
new-owner = New legal owner
offer = Offer ownership
# A transfer is offered: title.
offered = Ownership offered
# From whom, to whom, until when.
# $from (String)
# $to (String)
# $until (String)
offered-text = { $from } offers this account to { $to }, who can accept until { $until }. { $from } then becomes a co-owner.
# A transfer is done: title.
transferred = Ownership transferred
# From whom, to whom, until when it can be undone.
# $from (String)
# $to (String)
# $until (String)
transferred-text = { $from } transferred this account to { $to } and can undo it until { $until }.
accept = Accept ownership
withdraw = Withdraw offer
undo = Undo transfer
# What the log says of a fact of ownership, before a name.
fact-appointed = added a co-owner:
# What the log says of a fact of ownership, before a name.
fact-dismissed = removed a co-owner:
# What the log says of a fact of ownership, before a name.
fact-offered = offered ownership to
# What the log says of a fact of ownership, before a name.
fact-offer-ended = ended the ownership offer to
# What the log says of a fact of ownership, before a name.
fact-transferred = accepted ownership of the account:
# What the log says of a fact of ownership, before a name.
fact-transfer-undone = took ownership back from
# A line of a mail about the person it happened to. Somebody became a co-owner.
event-appointed = Is now a co-owner of the account, with full access
# A line of a mail about the person it happened to. Somebody is an ordinary contact again.
event-dismissed = Is no longer a co-owner of the account
# A line of a mail about the person it happened to. The account was offered to somebody.
event-offered = Is offered ownership of the account, and can accept it for seven days on the page Owners
# A line of a mail about the person it happened to. The offer is off.
event-withdrawn = The ownership offer was withdrawn or declined
# A line of a mail about the person it happened to. The account has another legal owner.
event-transferred = Is now the legal owner of the account; the previous owner is a co-owner and can undo this for 72 hours
# A line of a mail about the person it happened to. It has the former one again.
event-undone = The previous owner undid the transfer of ownership
