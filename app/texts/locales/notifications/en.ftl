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
categories = Categories of mails
# No category was chosen.
none = None
# The title of one contact's choice.
# $name (String)
title = Notifications of { $name }
# Where the mails go.
# $email (String)
sent-to = Mails go to { $email }.
# What is ticked was proposed.
proposed = Nobody has chosen yet. What fits this person's rights is ticked as a proposal: press Change to keep it.
# There was nothing to propose.
nothing-proposed = Nobody has chosen yet. Tick what this person should be told about; no tick is a choice too.
# Why the box can't be cleared.
always = Owners always get these.
# The contact may not see what the mails are about.
# $right (String)
withheld = Not sent without “{ $right }”
# The contact gets no mails at all at present.
inactive = No mails are sent until this person can use the account. The choice is kept for then.
# Somebody else chose meanwhile.
overtaken = Your ticks are still here. Press Change to save them over what is saved now.
# The choice was saved.
saved = The notifications were saved.
# One's own notifications, on My Account.
own = Your notifications
# What they are.
own-lead = Which mails about this account you get.
# The page with everybody.
heading = Notifications
# Below its heading.
lead = Who gets which mails about this account.
# How many get each category.
reach = How many people get each
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
fact-chosen = chose the notifications of:
