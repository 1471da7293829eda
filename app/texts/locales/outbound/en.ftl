### The words of the page between the portal and another site.

# The title, with the host.
# $host (String)
title = Go to { $host }

# What the link is.
lead = This is another site. The link works once, for one minute.

# The link, with the host.
# $host (String)
go-on = Continue to { $host }

# The title when it works no more.
dead = This link has expired or was already used

# What to do then.
dead-text = Go back to where you started and try again.
