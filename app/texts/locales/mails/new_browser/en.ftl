### The mail to somebody who signed in from a browser that they have not signed in with before.

# The subject: it takes data of the mail by the same names.
# $brand (String)
subject = New sign-in to { $brand }
# Above the browser and the time.
# $brand (String)
lead = somebody signed in to { $brand } as you, with a browser that you have not signed in with before:
# A browser and what it runs on.
# $browser (String)
# $system (String)
browser-on = { $browser } on { $system }
# In its place.
unknown-browser = a browser that does not say which it is
# Either of them, with the address of the network.
# $browser (String)
# $ip (String)
browser-from = { $browser }, from the address { $ip }
# Above the link to set a password.
not-you = If it was you, there is nothing to do. If it was not, set a new password at once, which ends every session:
# A link to the page of one's sessions.
sessions = Your sessions
# Why somebody gets it.
foot = You get this mail because it is about your own sign-in. It cannot be switched off.
