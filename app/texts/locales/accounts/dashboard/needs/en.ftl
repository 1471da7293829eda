### The words of what needs its reader, on the account's first page.

# The heading.
title = Needs you

# Nothing does.
nothing = Nothing needs you

# What that means.
nothing-text = Nothing you can see is overdue or about to end, and nobody waits for you.

# A request for access, after the name of whoever asks.
# $right (String)
asks = asks for “{ $right }”

# An offer of the account, after the name of whoever offers it. It can be accepted for so many days.
# $days (Number)
offers-ownership = { $days ->
    [0] offers you ownership of this account, until today
    [1] offers you ownership of this account, until tomorrow
   *[other] offers you ownership of this account, for { $days } more days
}

# The button of a request.
decide = Decide

# How an invoice is called.
# $number (String)
invoice = Invoice { $number }

# An invoice that should have been paid so many days ago.
# $days (Number)
overdue = { $days ->
    [0] was due today
    [one] is { $days } day overdue
   *[other] is { $days } days overdue
}

# An invoice that is to be paid in so many days.
# $days (Number)
due = { $days ->
    [0] is due today
    [1] is due tomorrow
   *[other] is due in { $days } days
}

# An invoice that is to be paid on no certain day.
unpaid = is unpaid

# A service or a domain that ends in so many days.
# $days (Number)
expires = { $days ->
    [0] expires today
    [1] expires tomorrow
   *[other] expires in { $days } days
}

# A service or a domain that ended so many days ago.
# $days (Number)
expired-ago = { $days ->
    [0] expired today
    [1] expired yesterday
   *[other] expired { $days } days ago
}

# A service or a domain that has run out, nobody knows when.
expired = has expired

# Somebody else's access, after their name.
# $days (Number)
access-ends = { $days ->
    [0] loses access today
    [1] loses access tomorrow
   *[other] loses access in { $days } days
}

# One's own access.
# $days (Number)
own-access-ends = { $days ->
    [0] Your access ends today
    [1] Your access ends tomorrow
   *[other] Your access ends in { $days } days
}

# An invitation that ends soon, after the name of whoever was invited.
# $days (Number)
invitation-ends = { $days ->
    [0] has not accepted yet: the invitation ends today
    [1] has not accepted yet: the invitation ends tomorrow
   *[other] has not accepted yet: the invitation ends in { $days } days
}

# An invitation that has run out, after the name of whoever was invited.
# $days (Number)
invitation-ended = { $days ->
    [0] did not accept: the invitation ended today
    [1] did not accept: the invitation ended yesterday
   *[other] did not accept: the invitation ended { $days } days ago
}

# People for whom nobody has chosen any emails.
# $count (Number)
without-mails = { $count ->
    [one] { $count } person gets no emails: nobody has chosen any for them
   *[other] { $count } people get no emails: nobody has chosen any for them
}

# The same of more people than are counted.
without-mails-many = More than 1,000 people get no emails: nobody has chosen any for them

# The button beside it.
choose = Choose

# The button of anything else.
open = Open

# A button with what it is about, for those who hear it: “Open Invoice DH-1012”.
# $button (String)
# $name (String)
named = { $button } { $name }

# The link to those of a kind that are not named.
# $count (Number)
more = and { $count } more

# The same where they are more than are counted.
more-many = and many more

# The link to all invitations that nobody has answered.
all-pending = All open invitations
