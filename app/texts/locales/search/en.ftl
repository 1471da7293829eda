### The words of search across an account, and of the search fields of lists.

# The page, and the icon at the top right.
title = Search

# What it finds.
lead = People, services, domains, invoices, pages and your other accounts, as far as you can see them.

# Its field.
field = Search for

# The button of a search field.
find = Search

# The field above the services.
in-services = Search services

# The field above the domains.
in-domains = Search domains

# The field above the invoices.
in-invoices = Search by number

# Shows the whole list again.
show-all = Show all

# The list of what was found, for those who hear it.
results = Results

# How many were found.
# $count (Number)
found = { $count ->
    [one] { $count } result
   *[other] { $count } results
}

# Nothing was found.
none = Nothing found

# What to do then.
none-text = Check the spelling, or search for a part of it.

# Found: pages of the menus.
pages = Pages

# Found: people of the account.
people = People

# Found: services.
services = Services

# Found: domains.
domains = Domains

# Found: invoices.
invoices = Invoices

# Found: other accounts of the person.
accounts = Other accounts

# The link to the list of people with the same words, where there are more.
all-people = All people that match

# The same for services.
all-services = All services that match

# The same for domains.
all-domains = All domains that match

# The same for invoices.
all-invoices = All invoices that match

# The same for accounts.
all-accounts = All accounts that match

# Below the list that Ctrl and K opens: what keys do there.
palette-keys = ↑ ↓ to choose, Enter to open, Esc to close
