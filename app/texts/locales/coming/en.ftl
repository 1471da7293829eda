### The words of the pages on which there is nothing yet.

# The page Support: there is nothing.
tickets-title = No tickets here yet

# The page Support: how to get it all the same.
tickets-text = Tickets are not part of this portal yet. Support answers your mail.

# The page Data Center: there is nothing.
visits-title = No visits here yet

# The page Data Center: how to get it all the same.
visits-text = Visits to the data center are not arranged in this portal yet. Support arranges them by mail.

# The page Order: there is nothing.
orders-title = Nothing to order here yet

# The page Order: how to get it all the same.
orders-text = Orders are not placed in this portal yet. Tell support by mail what you need.
