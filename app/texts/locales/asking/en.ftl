### The words of requests for access.

requests = Requests for access
lead = Who asked for which right on this account, and what became of it.
# The link to it, when nothing waits.
requests-short = Requests
# The link to it, with how many wait.
# $count (Number)
requests-waiting-exact = Requests ({ $count })
# The link to it, when more wait than are counted.
# $counted (Number)
requests-waiting-many = Requests ({ $counted }+)
# How many requests a list has.
# $count (Number)
request-count-exact = { $count ->
    [one] { $count } request
   *[other] { $count } requests
}
# How many requests a list has, when there are more than are counted.
request-count-many = More than 1,000 requests
# Asks: the button.
ask = Ask for this
# Asks for what is missing beside it: the link.
ask-for-this = Ask for this
# Above the form for one right.
# $right (String)
ask-title = Ask for “{ $right }”
# Why it is needed: the label.
reason = What do you need it for?
# What to write there.
reason-help = Whoever may give it gets a mail with this line and decides.
# It was asked for, and nobody has decided.
asked-already = You have asked for this. Those who can give it have been told; nobody has decided yet.
# After asking.
asked = You have asked for it. Those who can give it have been told by mail, and you get one when somebody decides.
# One's own requests.
own-requests = Your requests
# Those of others.
waiting = Waiting for you
# What deciding does.
waiting-lead = You may give what these people ask for. They get a mail with what you decide.
# Nothing waits for a decision.
none-waiting = Nothing waits for your decision.
# There are no requests.
none = No requests
# How one comes about.
none-text = Wherever a right is missing, the page says which one and lets people ask for it. Requests then stand here.
# Whoever asked cannot act at present.
inactive = Cannot act at present
# For how long: the label.
how-long = For how long
# A word to whoever asked: the label.
word = A word with it (optional)
# Gives it.
grant = Grant
# Does not.
decline = Decline
# Withdraws a request of one's own: the button.
withdraw = Withdraw request
# Nobody has decided yet.
open = Waiting
# Before the end of what was given.
until = Until
# Who decided, before when.
# $name (String)
decided-by = Decided by { $name },
# For how long.
duration-for-good = For good
# For how long.
duration-one-day = 1 day
# For how long.
duration-seven-days = 7 days
# For how long.
duration-thirty-days = 30 days
# What became of a request.
outcome-granted = Granted
# What became of a request.
outcome-declined = Declined
# What became of a request.
outcome-met = Held by then
# What became of a request.
outcome-withdrawn = Withdrawn
# What is said after deciding or withdrawing it.
done-granted = The right is given, and whoever asked gets a mail.
# What is said after deciding or withdrawing it.
done-declined = The request is declined, and whoever asked gets a mail.
# What is said after deciding or withdrawing it.
done-met = They held this right already, so nothing was given. The request is closed.
# What is said after deciding or withdrawing it.
done-withdrawn = Your request is withdrawn.
# What the log says of a fact, before a name.
fact-asked = asked for access:
# What the log says of a fact, before a name.
fact-granted = granted a request of:
# What the log says of a fact, before a name.
fact-declined = declined a request of:
# What the log says of a fact, before a name.
fact-met = closed a request, whose right was there already, of:
# What the log says of a fact, before a name.
fact-withdrawn = withdrew a request for access:
# What is wrong with deciding on a request.
problem-asker-inactive = This person cannot act on the account at present, so there is nothing to grant. Reactivate them first, or decline.
