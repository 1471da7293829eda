### The words of the filters of My Services.

# Whatever the kind.
any-kind = Any type

# The links by state.
states = State

# Whatever the state.
any-state = Any state

# An order of the list.
sort-name = Name, A to Z

# An order of the list.
sort-name-down = Name, Z to A

# An order of the list.
sort-expires = Expires soonest first

# An order of the list.
sort-expires-down = Expires latest first

# An order of the list.
sort-due = Due soonest first

# An order of the list.
sort-due-down = Due latest first
