### The words of pages that are no longer what they were when they were opened.

# The session has ended.
over = Your session has ended.
# What to do about it.
over-text = Sign in again to get back to what was open here.
# What somebody may do on the account of this name has changed.
# $account (String)
rights-changed = Your rights on { $account } just changed. This page shows what you can do now.
# The title of the window when somebody is no longer on an account.
gone = Access ended
# The title of the page.
# $account (String)
gone-title = Your access to { $account } has ended
# What may have happened, and whom to ask.
gone-text = It was removed, suspended or expired while this page was open. Ask an owner of the account.
# On a form that was filled in again.
refilled = Your rights changed while you were filling in this form. What you typed is still here and nothing was sent: please check it. Enter passwords again.
# The portal was renewed while the page was open.
build = The portal was updated while this page was open.
# What to do about it.
build-text = Nothing was sent. Copy what you typed if you need it, then reload the page.
# The button that loads the page again.
load-anew = Reload the page
# What was done, and how many open sessions heard of it at once.
# $done (String)
# $sessions (Number)
told = { $sessions ->
    [one] { $done } { $sessions } open session was updated right away.
   *[other] { $done } { $sessions } open sessions were updated right away.
}
# What was done, and how many consoles that closed.
# $done (String)
# $consoles (Number)
closed = { $consoles ->
    [one] { $done } { $consoles } console was closed.
   *[other] { $done } { $consoles } consoles were closed.
}
# What was typed on the page before.
typed = What you typed
# What to do with it.
typed-help = It wasn’t sent. Copy it if you need it.
# The button that copies it.
copy = Copy
# After that.
copied = Copied
