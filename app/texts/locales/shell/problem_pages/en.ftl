### The words of the pages for what goes wrong.

# The title of the page for what does not exist.
not-found = Page not found

# What it says.
not-found-text = This page does not exist, or it is not yours to see. Check the address, or go on from the start page.

# The title of the page for what is refused.
forbidden = You do not have access to this

# How to get the right.
forbidden-ask = Whoever manages the people of this account can give it to you too.

# Leads to one's own rights.
my-rights = See what you may do here

# The title when the portal is busy.
unavailable = The portal is busy

# The title when it failed.
failed = Something went wrong

# The title when it could not read the request.
malformed = This request could not be read

# The title when there were too many attempts.
too-many = Too many attempts

# Loads the page again.
try-again = Try again
