### The words of My Account, and of proving an e-mail address.

# What the page is.
lead = Who you are here, on whichever account.
# Name, language, time zone: heading.
details = Your details
# What they are for.
details-lead = Your name stands beside what you do. What each account has noted of you is up to its people.
# Saves them.
save = Save
# The language: the label.
language-label = Language
# What it changes.
language-help = Of the pages and of the mails you get.
# A language, in its own words: the same in every file.
language-en = English
# A language, in its own words: the same in every file.
language-de = Deutsch
# No language of their own: that of the browser.
as-browser = As the browser says
# The time zone: the label.
time-zone = Time zone
# What it changes.
time-zone-help = Times are shown in it, on pages and in mails.
# The address: heading.
email = E-mail address
# What it is for.
email-lead = You sign in with it, and mails go to it. Another one counts once you have confirmed it.
# It was proved.
proved = Confirmed
# It was not.
not-proved = Not confirmed
# Sends a link that proves it.
verify = Verify my address
# Another address: the label.
new-email = New email address
# Asks for it: the button.
change-email = Change email address
# A link is on its way to an address.
# $email (String)
pending = A link is on its way to { $email }
# Before the end of that link.
pending-until = Open it to confirm that the address is yours. It works until
# Calls it off.
cancel = Call it off
# What Security has.
security-lead = Your password, and where you are signed in.
# The link to it.
to-security = Security
# After saving.
saved = Your details are saved.
# After a link was asked for.
sent = Look into your mail: a link is on its way. Nothing changes until you open it and confirm.
# After it was called off.
cancelled = Called off. The link no longer works, and your address stays as it is.
# After an address was proved.
confirmed = Your address is confirmed.
# The page of a link.
confirm-title = Confirm your e-mail address
# What the button does, for another address.
# $email (String)
# $current (String)
confirm-new = From now on you sign in with { $email } instead of { $current }. Wherever else you are signed in, you will no longer be.
# What it does for the present one.
# $email (String)
confirm-present = You confirm that { $email } is your address.
# Its button.
confirm = Confirm
# Leaves it for later.
not-now = Not now
# Nobody is signed in.
sign-in-first = This link is for one person. Sign in as usual, with your present address, and confirm then.
# Somebody else is: heading.
other = This link is for somebody else
# What to do then.
other-text = Somebody else than the person it was made for is signed in here. Nothing was changed. If it is yours, sign out, sign in as yourself and open it again.
# The link does not work any more.
dead-text = It was used already, was replaced by a newer one, was called off or is older than a day. You can ask for a new one on the page My Account.
