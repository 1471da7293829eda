### The words of pages that are no longer what they were when they were opened.

# The session has ended.
over = Your session has ended.
# What to do about it.
over-text = What was open here comes back once you have signed in again.
# What somebody may do on the account of this name has changed.
# $account (String)
rights-changed = What you may do on { $account } has just changed. This page shows what you may do now.
# The title of the window when somebody is no longer on an account.
gone = Access ended
# The title of the page.
# $account (String)
gone-title = Your access to { $account } has ended
# What may have happened, and whom to ask.
gone-text = It was taken away, suspended, or its time ran out while this page was open. An owner of the account can tell you more and give it to you again.
# On a form that was filled in again.
refilled = Your rights here changed while you were filling in this form. What you typed is still in it, and nothing was sent: please check it. Passwords have to be entered again.
# The portal was renewed while the page was open.
build = The portal was updated while this page was open.
# What to do about it.
build-text = Nothing was sent. Copy what you typed if you still need it, then load the page again.
# The button that loads the page again.
load-anew = Load the page again
# What was done, and how many open sessions heard of it at once.
# $done (String)
# $sessions (Number)
told = { $sessions ->
    [one] { $done } { $sessions } open session was told at once.
   *[other] { $done } { $sessions } open sessions were told at once.
}
# What was typed on the page before.
typed = What you typed
# What to do with it.
typed-help = It was not sent. Copy it if you still need it.
# The button that copies it.
copy = Copy
# After that.
copied = Copied
