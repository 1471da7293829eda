### The words of the pages for what goes wrong.

# The title of the page for what does not exist.
not-found = Page not found

# What it says.
not-found-text = This page doesn’t exist or you don’t have access.

# The title of the page for what is refused.
forbidden = You don’t have access to this

# Above the form that asks for a right: who decides.
forbidden-ask = An owner or manager of the account decides.

# Leads to one's own rights.
my-rights = Your access

# The title when the portal is busy.
unavailable = The portal is busy

# The title when it failed.
failed = Something went wrong

# The title when it could not read the request.
malformed = The portal couldn’t read this request

# The title when there were too many attempts.
too-many = Too many attempts

# Loads the page again.
try-again = Try again
