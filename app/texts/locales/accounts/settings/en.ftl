### The words of one's own access to an account.

# Where the account stands: term.
status = Status

# What one may do there: heading.
your-rights = Your rights

# Nothing was given.
no-rights = You don’t have any rights yet. Ask an owner or manager for what you need.

# Operations on all services.
on-all-services = On all services

# The title of the page.
# $account (String)
title = Your access to { $account }

# What one is there, with what was given: term.
role = Role

# When one’s own access ends: term.
ends = Ends

# What an owner may do.
full-access = Full access (owner)

# Operations on services bought later.
on-new-services = On new services

# Where a right comes from: a template that one began with.
# $name (String)
from-template = Template { $name }

# Where a right comes from: somebody ticked it.
by-hand = Given individually

# After where a right comes from: it was not given by itself.
# $right (String)
with-right = with “{ $right }”

# After where a right comes from: when that ends.
# $date (String)
until-date = until { $date }
