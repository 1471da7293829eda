### The words of My Account, and of proving an e-mail address.

# What the page is.
lead = Your profile across all accounts.
# Name, language, time zone: heading.
details = Your details
# What they are for.
details-lead = Shown to others in accounts you can access.
# Saves them.
save = Save
# The language: the label.
language-label = Language
# What it changes.
language-help = For pages and emails.
# This language, in its own words.
language-name = English
# No language of their own: that of the browser.
as-browser = Same as browser
# The time zone: the label.
time-zone = Time zone
# What it changes.
time-zone-help = For all times shown.
# The address: heading.
email = Email address
# What it is for.
email-lead = Used to sign in and for email. Changes need confirmation.
# It was proved.
proved = Confirmed
# It was not.
not-proved = Not confirmed
# Sends a link that proves it.
verify = Confirm my address
# Another address: the label.
new-email = New email address
# Asks for it: the button.
change-email = Change email address
# A link is on its way to an address.
# $email (String)
pending = We sent a link to { $email }
# Before the end of that link.
pending-until = Open it to confirm the address. It works until
# Cancels it.
cancel = Cancel change
# What Security has.
security-lead = Your password and where you’re signed in.
# The link to it.
to-security = Security
# After saving.
saved = Details saved.
# After a link was asked for.
sent = Check your email and open the link to confirm.
# After it was cancelled.
cancelled = Cancelled. The link no longer works, and your address stays the same.
# After an address was proved.
confirmed = Address confirmed.
# The page of a link.
confirm-title = Confirm your email address
# What the button does, for another address.
# $email (String)
# $current (String)
confirm-new = From now on, you’ll sign in with { $email } instead of { $current }. This signs you out everywhere else.
# What it does for the present one.
# $email (String)
confirm-present = Confirm that { $email } is your address.
# Its button.
confirm = Confirm
# Leaves it for later.
not-now = Not now
# Nobody is signed in.
sign-in-first = This link is for one person. Sign in with your current address, then confirm.
# Somebody else is: heading.
other = This link is for somebody else
# What to do then.
other-text = Somebody else is signed in here. Nothing was changed. If the link is yours, sign out, sign in as yourself and open it again.
# The link does not work any more.
dead-text = It has expired, was already used or was cancelled. You can ask for a new one under My Account.
