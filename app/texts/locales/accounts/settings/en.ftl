### The words of one's own access to an account.

# What the page is.
lead = What you can do in this account.

# Where the account stands: term.
status = Status

# What one is there.
your-part = Your role

# A contact, not an owner.
contact = Contact

# What one may do there: heading.
your-rights = Your rights

# What an owner may do.
owner-rights = Full access (owner)

# Nothing was given.
no-rights = You don’t have any rights yet. Ask an owner or manager for what you need.

# Operations on all services.
on-all-services = On all services

# Operations on some services.
# $count (Number)
on-some-services = { $count ->
    [one] Plus rights on { $count } service
   *[other] Plus rights on { $count } services
}
