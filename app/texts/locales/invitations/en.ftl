### The words of invitations.

# What inviting does for people who are registered.
lead-at-once = They get a mail. Whoever has a login here already has access at once; everybody else accepts first.
# What inviting does for people who are registered.
lead-after-acceptance = They get a mail with a link, and have access once they accept.
# The page, and the button that leads to it.
invite = Invite User
whom = Who is invited
# Below the addresses.
emails-help = One address, or several: each on a line or between commas. All get the same rights.
ends-on = Last day of access
# Below it, with the zone.
# $zone (String)
ends-help = Access ends with this day ({ $zone }). Empty: it does not end by itself.
# Below the note.
note-help = Only who may see contacts reads it. It is not in the mail.
summary = What you are about to give
# The button of the form.
send = Send invitation
# After sending: how many have access, how many have to accept.
# $at-once (Number)
# $waiting (Number)
sent = { $at-once ->
    [0] { $waiting ->
        [one] The invitation is on its way. It can be accepted for seven days.
       *[other] { $waiting } invitations are on their way. They can be accepted for seven days.
    }
    [one] { $waiting ->
        [0] Has access at once, and was told by mail.
       *[other] { $at-once } with access at once, { $waiting } invited. All were told by mail.
    }
   *[other] { $waiting ->
        [0] { $at-once } people have access at once, and were told by mail.
       *[other] { $at-once } with access at once, { $waiting } invited. All were told by mail.
    }
}
resend = Resend invitation
copy-link = Copy invitation link
cancel = Cancel invitation
# After it was sent again.
resent = The invitation was sent again. The link sent before no longer works.
# After it was taken back.
cancelled = The invitation was cancelled. Its links no longer work.
# Above a link.
link-made = A link for this invitation. Give it to the person invited. To accept they sign in with the invited address, or have the link sent there by mail. It is shown this once; the one in the mail goes on working.
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
gives = What you will be able to do
# When access ends.
ends = Access ends
# Until when it can be answered.
until = Answer until
accept = Accept
decline = Decline
reason = Reason
# Below it.
reason-help = Whoever invited you reads it.
# Button, where access was given at once.
refuse = I don’t want this
# What that does.
refuse-text = You can use this account now. If you don’t want to, give the access back with one click.
# The link was passed on by hand.
by-hand = This link was passed on by hand. To accept, have it sent to the invited address by mail, or sign in with that address.
mail-me = Send it to the invited address
# After that: heading.
mailed = The mail is on its way
# After that.
mailed-text = Open the link in it to accept. It is sent to the invited address only.
# Before signing in.
sign-in-first = You have a login with this address. Sign in to accept.
sign-in = Sign in to accept
# Before making a login.
join-text = To accept, make your login. You sign in with the invited address.
join = Accept and create account
# Before proving a login.
prove-text = There is a login with this address that was never confirmed. To accept, choose a new password for it; whatever was set before ends.
prove = Accept and set password
# To whoever is signed in as somebody else.
# $invited (String)
# $me (String)
somebody-else = This invitation is for { $invited }. You are signed in as { $me }.
# What to do then.
somebody-else-text = Nothing is linked to your login. To accept as the invited person, sign out first.
sign-out = Sign out and go on
# Below a new password.
# $min (Number)
password-help = At least { $min } characters. Long beats complicated: a few unrelated words make a good one.
# After declining: heading.
declined = You declined
# After declining.
declined-text = The access is gone, and whoever invited you was told. You need not do anything else.
# A link that does not work: heading.
dead = This invitation is no longer open
# What to do then.
dead-text = It was answered, taken back, replaced by a newer mail, or is too old. Ask whoever invited you to send it again.
# What the log says of a fact, before a name.
fact-sent = invited
# What the log says of a fact, before a name.
fact-resent = sent the invitation again to
# What the log says of a fact, before a name.
fact-link-made = made an invitation link for
# What the log says of a fact, before a name.
fact-cancelled = took back the invitation of
# What the log says of a fact, before a name.
fact-accepted = accepted the invitation as
# What the log says of a fact, before a name.
fact-declined = declined the invitation for
# What is wrong with inviting, or with answering an invitation.
# $address (String)
problem-bad-address = { $address } is not an email address.
# What is wrong with inviting, or with answering an invitation.
# $max (Number)
problem-too-many-addresses = At most { $max } addresses can be invited at once.
# What is wrong with inviting, or with answering an invitation.
problem-review-first = Please look over what you are about to give, then send the invitation.
# What is wrong with inviting, or with answering an invitation.
problem-link-by-hand = This link was passed on by hand. Have it sent to the invited address first.
# What is wrong with inviting, or with answering an invitation.
problem-invited-somebody-else = This invitation is for somebody else. Sign in as the invited person, or sign out.
# What is wrong with inviting, or with answering an invitation.
problem-invitation-lapsed = This access can no longer be given. Ask whoever invited you to send a new invitation.
# What is wrong with inviting, or with answering an invitation.
problem-already-member = You have access to this account already.
