### The words of notifications.

# Nobody has chosen yet.
setup = Setup Notification
# The action beside it.
set = Set Notification
# The action beside what was chosen.
view = View Notifications
# The button of the form.
change = Change
# The boxes of the form.
categories = Email categories
# No category was chosen.
none = None
# The title of one contact's choice.
# $name (String)
title = Notifications of { $name }
# Where the mails go.
# $email (String)
sent-to = Sent to { $email }
# What is ticked was proposed.
proposed = Suggested from their rights. Press Change to confirm.
# There was nothing to propose.
nothing-proposed = Choose what to email them. Choosing nothing is fine.
# Why the box can't be cleared.
always = Owners always get these.
# The contact may not see what the mails are about.
# $right (String)
withheld = Needs “{ $right }”
# The contact gets no mails at all at present.
inactive = No emails are sent until this person can use the account. The choice is kept.
# Somebody else chose meanwhile.
overtaken = Your ticks are kept. Press Change to save them over what is saved now.
# The choice was saved.
saved = Notifications saved.
# One's own notifications, on My Account.
own = Your notifications
# What they are.
own-lead = The emails you get about this account.
# The page with everybody.
heading = Notifications
# Below its heading.
lead = Who gets which emails about this account.
# How many get each category.
reach = Coverage
# No one at all.
nobody = Nobody
# So many people.
# $count (Number)
people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
# More than are counted.
# $counted (Number)
many = More than { $counted } people
# Mails of the category are sent.
yes = Yes
# They are sent whatever was chosen.
yes-always = Always
# They are not.
no = No
# They would be, if the contact were active.
paused = Paused
# What the log says of a fact, before a name.
fact-chosen = chose notifications for:
# The action beside it in a list, in a word of its name above.
set-short = Set
# The action beside what was chosen, in a list, in a word of its name above.
view-short = View
# How many of the categories were chosen.
# $chosen (Number)
# $all (Number)
some-of = { $chosen } of { $all }
