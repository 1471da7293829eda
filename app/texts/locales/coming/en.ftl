### The words of the pages that lead elsewhere: Support, Data Center, Order.

# The page Support: what it is for.
tickets-title = Contact support

# The button to the provider's own page for it.
tickets-open = Open support

# The page Data Center: what it is for.
visits-title = Plan a visit to the data center

# The button to the provider's own page for it.
visits-open = Plan a visit

# The page Order: what it is for.
orders-title = Place an order

# The button to the provider's own page for it.
orders-open = Order now

# Where the provider's own page is.
# $place (String)
elsewhere = This opens { $place }.

# Where the provider has no page for it.
# $address (String)
by-email = Email us at { $address }, and we’ll help you.
