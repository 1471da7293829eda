### The words of the list of accounts, of leaving one, and of what tells accounts apart.

# The field that searches.
search = Search accounts

# Searches without JavaScript.
find = Search

# How many accounts match, for those who hear it: one. The browser's program counts, too.
found-one = 1 account

# The same of several, with the word {count}, in braces, for how many.
found-many = { "{count}" } accounts

# No account matches.
none-found = No accounts found

# What to do then.
none-found-text = Check the spelling or clear the search.

# Above the tabs.
which = Which accounts

# The tab of all accounts.
all = All

# The tab of those where something waits.
attention = Needs attention

# Nothing waits anywhere.
all-quiet = Nothing needs attention

# What that means.
all-quiet-text = No overdue invoices, and nothing expires soon.

# The button, pressed or not, that keeps an account at the top.
# $name (String)
pin = Pin { $name }

# It stands at the top.
pinned = Pinned

# Invoices past due.
# $count (Number)
invoices = { $count ->
    [one] { $count } overdue invoice
   *[other] { $count } overdue invoices
}

# Services that end.
# $count (Number)
services = { $count ->
    [one] { $count } service expiring or expired
   *[other] { $count } services expiring or expired
}

# Domains that end.
# $count (Number)
domains = { $count ->
    [one] { $count } domain expiring or expired
   *[other] { $count } domains expiring or expired
}

# People whose access ends.
# $count (Number)
contacts = { $count ->
    [one] Access of { $count } person ends soon
   *[other] Access of { $count } people ends soon
}

# One's own access ends.
# $date (String)
ends = Your access ends { $date }

# Ends one's own access: link and button.
leave = Leave this account

# Whether to leave an account.
# $name (String)
leave-title = Leave { $name }?

# What it does.
leave-text = You lose access immediately. Only an owner or manager can add you again. Owners are notified.

# What it does to those who have nothing else.
leave-last = If you have no other account, you’re signed out and your password stops working.

# Afterwards.
left = You left the account. Its owners are notified by email.

# Under a question: on which account.
# $name (String)
of-account = Account: { $name }

# What the log says of a fact, after who did it: the account was created.
fact-created = created the account

# What the log says of a fact, after who did it: data was imported.
fact-imported = imported data

# What the log says of a fact, after who did it: an account was pinned.
fact-pinned = pinned an account

# What the log says of a fact, after who did it: an account is pinned no longer.
fact-unpinned = unpinned an account
