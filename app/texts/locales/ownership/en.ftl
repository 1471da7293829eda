### The words of who owns an account.

owners = Owners
# What they may do.
owners-lead = Owners have full access, always. The legal owner answers for the account, and alone appoints co-owners and hands the account over.
new-co-owner = New co-owner
appoint = Make co-owner
# The choice of nobody yet.
choose-person = Choose a person
# The question before it: title, with the name.
# $name (String)
appoint-title = Make { $name } a co-owner?
# What it does, with the name.
# $name (String)
appoint-text = { $name } will have every right on this account, including billing, all services and all contacts. Managers can no longer edit, suspend or delete { $name }. Only the legal owner can undo this.
# Their access would have ended then.
# $until (String)
end-waits = Their access as a contact ends on { $until }. As a co-owner it does not end.
# Their access has ended then.
# $until (String)
end-is-lifted = Their access ended on { $until }. As a co-owner they have access again.
# Carries it out, with the name.
# $name (String)
appoint-yes = Make { $name } co-owner
# Button, with the name.
# $name (String)
dismiss = Dismiss { $name }
# The question before it: title, with the name.
# $name (String)
dismiss-title = Dismiss { $name } as co-owner?
# What it does, with the name.
# $name (String)
dismiss-text = { $name } loses full access at once, and keeps the rights that they have as a contact.
# When their access ends afterwards.
# $until (String)
end-returns = Their access then ends on { $until }.
# Their access ended then, so that they lose it at once.
# $until (String)
end-is-past = Their access as a contact expired on { $until }: they can no longer open this account.
# Carries it out.
dismiss-yes = Dismiss as co-owner
# There is nobody else who could own the account.
nobody-to-appoint = There is nobody else with a login of their own and a confirmed email address.
# The names of those who have not proved their address.
# $names (String)
unproved = Not in the list, because their email address is not confirmed: { $names }. They confirm it under My Account, with a link by mail.
hand-over = Hand the account over
# What it does.
hand-over-lead = Somebody else becomes the legal owner, once they accept. You stay as a co-owner.
# What to think of first.
hand-over-tip = The new owner can do everything with the account, also remove you later. You can undo the transfer for 72 hours after it was accepted.
new-owner = New legal owner
offer = Offer ownership
# A transfer is offered: title.
offered = Ownership is offered
# From whom, to whom, until when.
# $from (String)
# $to (String)
# $until (String)
offered-text = { $from } offers this account to { $to }. It can be accepted until { $until }; whoever offers it becomes a co-owner then.
# A transfer is done: title.
transferred = The account was handed over
# From whom, to whom, until when it can be undone.
# $from (String)
# $to (String)
# $until (String)
transferred-text = { $from } handed this account over to { $to }, and can undo that until { $until }.
accept = Accept ownership
withdraw = Withdraw the offer
undo = Undo the transfer
# What the log says of a fact of ownership, before a name.
fact-appointed = made co-owner:
# What the log says of a fact of ownership, before a name.
fact-dismissed = dismissed as co-owner:
# What the log says of a fact of ownership, before a name.
fact-offered = offered the account to
# What the log says of a fact of ownership, before a name.
fact-offer-ended = ended the offer of the account to
# What the log says of a fact of ownership, before a name.
fact-transferred = accepted the account as its legal owner:
# What the log says of a fact of ownership, before a name.
fact-transfer-undone = took the account back from
# A line of a mail about the person it happened to. Somebody became a co-owner.
event-appointed = Is a co-owner of the account now, with full access
# A line of a mail about the person it happened to. Somebody is an ordinary contact again.
event-dismissed = Is no longer a co-owner of the account
# A line of a mail about the person it happened to. The account was offered to somebody.
event-offered = Is offered the ownership of the account, and can accept it for seven days on the page Access rules
# A line of a mail about the person it happened to. The offer is off.
event-withdrawn = The offer of ownership was taken back or declined
# A line of a mail about the person it happened to. The account has another legal owner.
event-transferred = Is the legal owner of the account now; the former owner is a co-owner and can undo this for 72 hours
# A line of a mail about the person it happened to. It has the former one again.
event-undone = The transfer of ownership was undone by the former owner
