### The words of requests for access.

requests = Requests for access
lead = Requests for access and their outcome.
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
ask = Request access
# Asks for what is missing beside it: the link.
ask-for-this = Request access
# Above the form for one right.
# $right (String)
ask-title = Request “{ $right }”
# Why it is needed: the label.
reason = Why do you need it?
# What to write there.
reason-help = Sent to the people who can approve it.
# It was asked for, and nobody has decided.
asked-already = You’ve already requested this. We’ll email you when it’s decided.
# After asking.
asked = Request sent. We’ll email you when it’s decided.
# One's own requests.
own-requests = Your requests
# Those of others.
waiting = Waiting for you
# What deciding does.
waiting-lead = They’ll be emailed your decision.
# Nothing waits for a decision.
none-waiting = Nothing is waiting for your decision.
# There are no requests.
none = No requests
# How one comes about.
none-text = When somebody needs a right they don’t have, they can request it. Requests appear here.
# Whoever asked cannot act at present.
inactive = Suspended or expired
# For how long: the label.
how-long = Duration
# A word to whoever asked: the label.
word = Message (optional)
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
duration-for-good = No end
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
outcome-met = Already had it
# What became of a request.
outcome-withdrawn = Withdrawn
# What is said after deciding or withdrawing it.
done-granted = Right given. They’ll get an email.
# What is said after deciding or withdrawing it.
done-declined = Request declined. They’ll get an email.
# What is said after deciding or withdrawing it.
done-met = They already had this right. The request is closed.
# What is said after deciding or withdrawing it.
done-withdrawn = Request withdrawn.
# What the log says of a fact, before a name.
fact-asked = requested access:
# What the log says of a fact, before a name.
fact-granted = granted a request from:
# What the log says of a fact, before a name.
fact-declined = declined a request from:
# What the log says of a fact, before a name.
fact-met = closed a request (already had it) from:
# What the log says of a fact, before a name.
fact-withdrawn = withdrew a request for access:
# What is wrong with deciding on a request.
problem-asker-inactive = This person is suspended or expired, so you can’t give the right. Reactivate them first, or decline.
