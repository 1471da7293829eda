### The words of an account's activity, and of who did something.

# What the account's activity is.
lead = Changes in this account.

# How many events.
# $count (Number)
count-exact = { $count ->
    [one] { $count } event
   *[other] { $count } events
}

# How many events, where they are more than are counted: more than 1,000.
count-many = More than 1,000 events

# Nothing happened.
none = No activity yet

# What will be there.
none-text = Changes to people and their rights appear here.

# The mark of what the provider did.
provider = Provider

# The provider as whoever does something.
your-provider = Your provider

# The provider as whoever it was done by, after “by”.
by-your-provider = your provider

# One that the log calls by an address which the reader may not see, as whoever does something.
unnamed-contact = a contact without a name

# The same as whoever it was done by, after “by”.
by-unnamed-contact = a contact without a name

# What the log says of a fact that concerns the whole installation, after who did it: all sessions and links were revoked.
installation-all-revoked = revoked all sessions and links

# Searches the log by people.
filter-person = Person

# Which kind of event.
filter-topic = Kind of event

# The choice of all of them.
topic-any = Everything

# A kind of event: people were added, changed, suspended or deleted.
topic-people = People

# A kind of event: people were invited, and answered.
topic-invitations = Invitations

# A kind of event: requests for access.
topic-requests = Requests for access

# A kind of event: roles and templates.
topic-roles = Roles and templates

# A kind of event: who owns the account.
topic-ownership = Owners

# A kind of event: who gets which mails.
topic-notifications = Notifications

# A kind of event: passwords and people’s own details.
topic-sign-in = Sign-in and own details

# A kind of event: the portal was viewed as somebody.
topic-views = Viewed as somebody

# A kind of event: something was done to services.
topic-services = Services

# A kind of event: the account itself.
topic-account = Account

# The first day of the list.
filter-from = From

# The last day of the list.
filter-to = To

# What is wrong with a date.
date-problem = Enter a date such as 2026-11-29.

# No event is found by the filter.
no-match = No events match

# What to do then.
no-match-text = Try another name or other dates, or clear the filters.

# Takes the filters away.
show-all = Show all events

# Downloads the list as a file for spreadsheets.
download-csv = Download as CSV

# Downloads the list as a file for programs.
download-json = Download as JSON

# What such a file has.
download-text = A file has the events that match, up to the newest 10,000.

# The heading of today’s events, before the date.
today = Today

# The heading of yesterday’s events, before the date.
yesterday = Yesterday

# After the names of some of the people that an event is about, a comma before it: how many more there are.
# $count (Number)
and-others = { $count ->
    [one] and { $count } other
   *[other] and { $count } others
}

# After the people who were invited: the role or template that they got.
# $name (String)
as-role = as { $name }

# What opens the list of changes of an event: all of them are rights that were given.
# $count (Number)
rights = { $count ->
    [one] { $count } right
   *[other] { $count } rights
}

# The same of all other changes: how many rights were given.
# $count (Number)
rights-given = { $count ->
    [one] { $count } right given
   *[other] { $count } rights given
}

# The same: how many rights were taken away.
# $count (Number)
rights-taken = { $count ->
    [one] { $count } right taken away
   *[other] { $count } rights taken away
}

# The same: how many other changes there are.
# $count (Number)
changes = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}

# What opens the list of people that an event is about.
# $count (Number)
people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}

# What happened, after who did it, with the names of the contacts.
# $whom (String)
made-co-owner = made { $whom } a co-owner

# What happened, after who did it, with the names of the contacts.
# $whom (String)
removed-co-owner = removed { $whom } as co-owner

# What happened, after who did it: somebody looked at the portal as a contact sees it.
# $whom (String)
viewed-as = viewed the portal as { $whom }

# The same, and how long it lasted.
# $whom (String)
# $minutes (Number)
viewed-as-for = { $minutes ->
    [0] viewed the portal as { $whom } for less than a minute
    [one] viewed the portal as { $whom } for { $minutes } minute
   *[other] viewed the portal as { $whom } for { $minutes } minutes
}

# What happened, after who did it.
# $name (String)
template-made = created the template “{ $name }”

# What happened, after who did it.
# $name (String)
template-changed = changed the template “{ $name }”

# What happened, after who did it.
# $name (String)
template-deleted = deleted the template “{ $name }”

# What happened, after who did it.
# $name (String)
role-made = created the role “{ $name }”

# What happened, after who did it.
# $name (String)
role-changed = changed the role “{ $name }”

# What happened, after who did it.
# $name (String)
role-deleted = deleted the role “{ $name }”

# The same, with the names of the contacts that had the role.
# $name (String)
# $whom (String)
role-changed-of = changed the role “{ $name }” of { $whom }

# The same, with the names of the contacts that had the role.
# $name (String)
# $whom (String)
role-deleted-of = deleted the role “{ $name }” of { $whom }

# What happened, after who did it: the list of roles, one after the other.
# $roles (String)
hand-out = changed which roles managers can give: { $roles }

# The same where the list is empty.
hand-out-none = changed which roles managers can give: none

# What happened, after who asked.
# $right (String)
asked-for = asked for “{ $right }”

# What happened, after who decided.
# $whom (String)
# $right (String)
granted-for = granted { $whom } “{ $right }”

# What happened, after who decided.
# $whom (String)
# $right (String)
declined-for = declined “{ $right }” for { $whom }

# What happened, after who gave the right some other way.
# $whom (String)
# $right (String)
met-for = closed the request of { $whom } for “{ $right }” (already had it)

# What happened, after who withdrew it.
# $right (String)
withdrew-for = withdrew the request for “{ $right }”

# The head of a column of the file: the time.
column-time = Time (UTC)

# The head of a column of the file: who did it.
column-by = Who

# The head of a column of the file: the address of whoever did it.
column-email = Email

# The head of a column of the file: what was done.
column-event = Event

# The head of a column of the file: the key of that, for programs.
column-kind = Kind

# The head of a column of the file: the contacts it was done to.
column-about = About

# The head of a column of the file: what changed.
column-changes = Changes
