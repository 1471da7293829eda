### The words of the list of contacts.

# Below the heading of the list.
lead = People with access to this account.
# The button for a new contact.
add = Add New Contact
# The name of the search box.
search = Search names and addresses
status-filter = Status
# Everybody who is not deleted.
any-status = Any status
access-filter = Access
# Whatever the access.
any-access = Any access
# The group of templates in the filter.
templates = Templates
# Owners, in the filter.
owners = Owners
# Applies the filter.
apply = Apply
# Takes every filter away.
clear = Clear filters
email = Email
access = Access
status-column = Status
# The box of a row.
# $name (String)
pick = Select { $name }
# The box of all rows of the page.
pick-page = Select everyone on this page
# The name of the pager.
pages = Pages
# The page before.
previous = Previous
# The page after.
next = Next
# Nobody is there.
empty = Nobody here yet
# What to do then.
empty-text = Add the people who help you, each with just the rights they need.
# Nobody fits the filter.
no-match = Nobody matches
# What to do then.
no-match-text = Try another word, or clear the filters.
# Takes the filters away, where they leave nobody.
show-all = Show everyone
# Nobody was deleted.
none-deleted = No deleted people
# How it comes that somebody stands there, with the days for which deleting can be undone.
# $days (Number)
none-deleted-text = { $days ->
    [0] Deleted people can’t be restored.
    [one] Deleted people appear here for one day.
   *[other] Deleted people appear here for { $days } days.
}
# The tab of the list.
people = People
# Everybody who is not deleted, above the list.
all = All
# Invited and not yet accepted, above the list.
invited = Invited
# The filters by status: their name.
statuses = People by status
# The list as a file.
export = Download CSV
# What the file is.
# $most (Number)
export-help = What this list shows, up to { $most } people.
# A column of that file.
until = Until
# Some people get no emails, because nobody chose which.
# $count (Number)
without-mails = { $count ->
    [one] { $count } person gets no emails.
   *[other] { $count } people get no emails.
}
# The same of more than are counted.
without-mails-many = More than 1,000 people get no emails.
# Leads to where that is chosen.
choose-mails = Choose for all
# The order of the list, where its columns have no headings.
sort-by = Sort by
# Applies that order.
sort = Sort
sort-name = Last name, A to Z
sort-name-down = Last name, Z to A
sort-email = Email, A to Z
sort-email-down = Email, Z to A
sort-status = Status
sort-status-down = Status, the other way round
sort-sign-in = Last sign-in, oldest first
sort-sign-in-down = Last sign-in, newest first
