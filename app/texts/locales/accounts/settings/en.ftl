### The words of one's own access to an account.

# What the page is.
lead = This account, and what you may do in it.

# Where the account stands: term.
status = Status

# What one is there.
your-part = You are

# A contact, not an owner.
contact = Contact

# What one may do there: heading.
your-rights = What you may do here

# What an owner may do.
owner-rights = Everything: you own this account.

# Nothing was given.
no-rights = No right has been given to you yet. Ask an owner of the account for what you need.

# Operations on all services.
on-all-services = On all services

# Operations on some services.
# $count (Number)
on-some-services = { $count ->
    [one] More on { $count } service: see My Services
   *[other] More on { $count } services: see My Services
}
