### The words of the pages on which there is nothing yet.

# The page Support: there is nothing.
tickets-title = Contact support

# The page Support: how to get it all the same.
tickets-text = Tickets aren’t part of this portal yet. Email us instead.

# The page Data Center: there is nothing.
visits-title = Arrange a visit

# The page Data Center: how to get it all the same.
visits-text = You can’t book visits in this portal yet. Email us and we’ll arrange one.

# The page Order: there is nothing.
orders-title = Place an order

# The page Order: how to get it all the same.
orders-text = You can’t place orders in this portal yet. Email us what you need.
