### The words of sign-in, passwords, sessions and the chooser of accounts.

# Sign in: title and button.
sign-in = Sign in
# Below the title: what is signed in to.
# $brand (String)
sign-in-lead = to { $brand }
# The label of the address.
email = Email address
# The label of the password.
password = Password
# Shows a password.
show = Show
# Hides it again.
hide = Hide
# Leads to the page for a forgotten password.
forgot = Forgot your password?
# After a password was set with a link.
reset-done = Sign in with your new password.
# On sign-in, while a form waits to be filled again.
form-waits = Your session has ended. Sign in to get back to your form as you filled it in. Enter passwords again.
# Before the support address.
trouble = Trouble signing in?
# Before the demo people.
demo-people = Demo: sign in as ROLE@demo.example with the password portico-demo-password. Roles: owner, coowner, manager, technician, accountant, buyer, visitor, readonly, outsider.
# What forgot does.
forgot-lead = We’ll email you a link to set a new password.
# Its button.
send-link = Send link
# What is said to everybody who asked for a link.
link-sent = Check your email
# The text below it.
link-sent-text = If there’s an account for this address, we’ve sent a link. It works for 60 minutes. Nothing there? Check your spam folder.
# Leads back from there.
back-to-sign-in = Back to sign-in
# Setting a new password: title and button.
set-password = Set new password
# What it does to sessions.
set-password-lead = This signs you out everywhere. Then sign in with the new password.
# The label of the new password.
new-password = New password
# What makes a good one.
password-help = Use a few unrelated words.
# The new password, once more.
again = Repeat new password
# The title for a link that does not work.
link-dead = This link no longer works
# What to do then.
link-dead-text = It has expired or was already used. You can ask for a new one at any time.
# Changing one's password: heading and button.
change-password = Change password
# What it does to other sessions.
change-password-lead = This signs you out everywhere else.
# The present password.
current-password = Current password
# The password is wanted once more: title.
password-again = Enter your password to continue
# Before the name of the step that wants it.
password-again-step = Step
# Why, and that nothing happened so far.
password-again-text = You last entered it more than 15 minutes ago. Nothing has been changed yet.
# Goes on with what was to be done.
go-on = Continue
# After it was changed.
changed = Password changed. You’re signed out everywhere else.
# Why it must be changed.
must-change = Choose a new password to continue.
# One's own sessions: heading.
sessions = Sessions
# What they are.
sessions-lead = Devices where you’re signed in. If you don’t know one, end its session and change your password.
# The session that is looking.
this-session = This session
# Ends a session.
end = End session
# The accessible name of that button.
# $session (String)
end-of = End session: { $session }
# A session that told nothing of its browser.
unknown-browser = Unknown browser
# A browser and the system it runs on.
# $browser (String)
# $system (String)
browser-on = { $browser } on { $system }
# When it began and was seen.
began = Signed in
# When it was last used.
last-seen = last used
# From where.
from-address = from
# The chooser: title.
choose-account = Accounts
# What to do there.
choose-account-lead = Choose the account you want to open.
# Nobody gave the person an account.
no-accounts = No account yet
# What to do then.
no-accounts-text = You can sign in, but you don’t have access to any account. Ask the person who sent you here to add you.
# A role of somebody who holds nothing.
no-rights = No rights yet
# What the log says of a fact, after the name of who did it.
fact-signed-in = signed in
# What the log says of a fact, after the name of who did it.
fact-signed-out = signed out
# What the log says of a fact, after the name of who did it.
fact-session-ended = ended a session
# What the log says of a fact, after the name of who did it.
fact-password-confirmed = entered their password again
# What the log says of a fact, after the name of who did it.
fact-password-changed = changed their password
# What the log says of a fact, after the name of who did it.
fact-reset-requested = asked for a link to set a password
# What the log says of a fact, after the name of who did it.
fact-password-reset = set a new password with a link
# What the log says of a fact, after the name of who did it.
fact-profile-changed = changed their own details
# What the log says of a fact, after the name of who did it.
fact-renamed = changed their own name; contact:
# What the log says of a fact, after the name of who did it.
fact-email-asked = asked for a link to confirm an email address
# What the log says of a fact, after the name of who did it.
fact-email-cancelled = cancelled an email change
# What the log says of a fact, after the name of who did it.
fact-email-confirmed = confirmed an email address
# What is wrong with what people typed of their own sign-in.
problem-guessable-password = This password is easy to guess. Use a few unrelated words.
# What is wrong with what people typed of their own sign-in.
problem-passwords-differ = The two passwords are not the same.
# What is wrong with what people typed of their own sign-in.
problem-wrong-credentials = Wrong email or password.
# What is wrong with what people typed of their own sign-in.
problem-wrong-password = This is not your current password.
# What is wrong with what people typed of their own sign-in.
problem-same-address = This is already your address.
# What is wrong with what people typed of their own sign-in.
problem-other-person = This link is for somebody else than the person signed in here. Nothing was changed.
