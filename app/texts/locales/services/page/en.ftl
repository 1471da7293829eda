### The words of the page of one service.

# What the tabs are about.
tabs = Pages of this service

# The first tab.
overview = Overview

# The tab of who can do what on it.
people = People

# The panel of its facts.
facts = Details

# The product that it is: term.
product = Product

# Since when the account has it: term.
since = In this account since

# Above the people: who they are.
people-lead = Everybody who sees this service, what they can do with it, and where that comes from.

# The button that leads to the form of somebody’s rights.
change = Change rights

# The same, as it is read out.
# $name (String)
change-rights = Change the rights of { $name }

# The tab of what is measured of it.
usage = Usage
