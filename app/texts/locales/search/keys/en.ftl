### The words of the sheet of keys.

# What it is called, and the link to it.
title = Keyboard shortcuts

# Between two keys of which either does.
or = or

# What the control key says.
ctrl = Ctrl

# What the enter key says.
enter = Enter

# What Ctrl and K do.
search = Search everywhere

# What / does.
field = Go to the search field of the page, or search everywhere

# What j and k do.
rows = Go to the next or previous row of a list

# What x does.
tick = Tick the row

# What Enter does.
open = Open it

# What ? does.
help = Show this list

# Whether / ? j k x do something.
single = Use single keys

# When they do, and why somebody would want them off.
single-text = / ? j k x work while you are not typing in a field. Switch them off if they get in your way, with speech input for example. This browser remembers it.
