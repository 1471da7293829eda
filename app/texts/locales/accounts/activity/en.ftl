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
