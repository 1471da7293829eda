### The words of invitations.

# What inviting does for people who are registered.
lead-at-once = We’ll email them. People who already have a login get access right away; others accept first.
# What inviting does for people who are registered.
lead-after-acceptance = We’ll email them a link. They get access once they accept.
# The page, and the button that leads to it.
invite = Invite User
whom = Email addresses
# Below the addresses.
emails-help = Separate with commas or new lines. Everyone gets the same access.
ends-on = Last day of access
# Below it, with the zone.
# $zone (String)
ends-help = Access ends at the end of this day ({ $zone }). Leave empty for no end.
# Below the note.
note-help = Visible to people who can see contacts. Not emailed.
summary = Summary
# The button of the form.
send = Send invitation
# After sending: how many have access, how many have to accept.
# $at-once (Number)
# $waiting (Number)
sent = { $at-once ->
    [0] { $waiting ->
        [one] Invitation sent. The link works for 7 days.
       *[other] { $waiting } invitations sent. The links work for 7 days.
    }
    [one] { $waiting ->
        [0] Access given. They were told by email.
       *[other] { $at-once } with access right away, { $waiting } invited. All were told by email.
    }
   *[other] { $waiting ->
        [0] { $at-once } people have access right away. They were told by email.
       *[other] { $at-once } with access right away, { $waiting } invited. All were told by email.
    }
}
resend = Resend invitation
copy-link = Copy invitation link
cancel = Cancel invitation
# After it was sent again.
resent = Invitation sent again. The earlier link no longer works.
# After it was taken back.
cancelled = Invitation cancelled. Its links no longer work.
# Above a link.
link-made = Share this link with the person you invited. They’ll confirm their address before joining. You won’t see it again; the emailed link still works.
# The name of the field with the link.
link = Invitation link
copy = Copy
# It was copied.
copied = Copied
# The title of the link's page.
title = Invitation
# Its heading: who invites, to what.
# $by (String)
# $account (String)
heading = { $by } invites you to { $account }
# Its heading where access was given at once.
# $by (String)
# $account (String)
heading-given = { $by } gave you access to { $account }
# The invited address.
invited = Invited address
# The signed-in address.
signed-in = Signed in as
# Nobody.
nobody = Nobody
gives = Your rights
# When access ends.
ends = Access ends
# Until when it can be answered.
until = Expires
accept = Accept
decline = Decline
reason = Reason
# Below it.
reason-help = Sent to the person who invited you.
# Button, where access was given at once.
refuse = I don’t want this
# What that does.
refuse-text = You can use this account now. If you don’t want to, give the access back with one click.
# The link was passed on by hand.
by-hand = This link was passed on by hand. To accept, have a link emailed to the invited address, or sign in with that address.
mail-me = Send it to the invited address
# After that: heading.
mailed = Email sent
# After that.
mailed-text = Open the link in it to accept. It’s only sent to the invited address.
# Before signing in.
sign-in-first = You already have a login with this address. Sign in to accept.
sign-in = Sign in to accept
# Before making a login.
join-text = Create your login. You’ll sign in with the invited address.
join = Accept invitation
# Before proving a login.
prove-text = There is a login with this address that was never confirmed. Choose a new password for it to accept. The old one stops working.
prove = Accept and set password
# To whoever is signed in as somebody else.
# $invited (String)
# $me (String)
somebody-else = This invitation is for { $invited }. You are signed in as { $me }.
# What to do then.
somebody-else-text = Nothing is linked to your login. To accept as the invited person, sign out first.
sign-out = Sign out and continue
# Below a new password.
# $min (Number)
password-help = At least { $min } characters. Use a few unrelated words.
# After declining: heading.
declined = You declined
# After declining.
declined-text = The access is removed, and the person who invited you was told. There’s nothing else to do.
# A link that does not work: heading.
dead = This invitation no longer works
# What to do then.
dead-text = It has expired or was already used. Ask for a new one.
# What the log says of a fact, before a name.
fact-sent = invited
# What the log says of a fact, before a name.
fact-resent = sent the invitation again to
# What the log says of a fact, before a name.
fact-link-made = created an invitation link for
# What the log says of a fact, before a name.
fact-cancelled = cancelled the invitation of
# What the log says of a fact, before a name.
fact-accepted = accepted the invitation as
# What the log says of a fact, before a name.
fact-declined = declined the invitation for
# What is wrong with inviting, or with answering an invitation.
# $address (String)
problem-bad-address = { $address } is not an email address.
# What is wrong with inviting, or with answering an invitation.
# $max (Number)
problem-too-many-addresses = You can invite at most { $max } addresses at once.
# What is wrong with inviting, or with answering an invitation.
problem-review-first = Check the summary, then send the invitation.
# What is wrong with inviting, or with answering an invitation.
problem-link-by-hand = This link was passed on by hand. Have one sent to the invited address first.
# What is wrong with inviting, or with answering an invitation.
problem-invited-somebody-else = This invitation is for somebody else. Sign in as the invited person, or sign out.
# What is wrong with inviting, or with answering an invitation.
problem-invitation-lapsed = This access can no longer be given. Ask for a new invitation.
# What is wrong with inviting, or with answering an invitation.
problem-already-member = You already have access to this account.
