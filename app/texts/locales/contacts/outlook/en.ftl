### The words beside the form of rights: what somebody will see, can and cannot.

# Above it, of somebody with a name.
# $name (String)
title = What { $name } will see
# The same while there is no name.
title-unnamed = What this person will see
# The same of a template or a role.
title-set = What it gives
# The entries of the menu that they will have.
menu = In the menu
# What they can do, by where.
can = Can
# The roles among it.
roles = Roles
# The entries of the menu that they will not have.
cannot = Can’t open
# What saving changes.
changes = What changes
# A right that is new.
# $right (String)
gained = + { $right }
# A right that goes.
# $right (String)
lost = − { $right }
# Nothing was given.
nothing = No access yet. Pick a template, a role or a service.
# The button that works it out anew where no program runs.
update = Update summary
# After it.
updated = The summary is up to date. Nothing was saved yet.
