### The mail to somebody who signed in from a browser that they have not signed in with before.

# The subject: it takes data of the mail by the same names.
# $brand (String)
subject = New sign-in to { $brand }
# Above the browser and the time.
# $brand (String)
lead = somebody signed in to { $brand } as you, with a new browser:
# A browser and what it runs on.
# $browser (String)
# $system (String)
browser-on = { $browser } on { $system }
# In its place.
unknown-browser = an unknown browser
# Either of them, with the address of the network.
# $browser (String)
# $ip (String)
browser-from = { $browser }, from the address { $ip }
# Above the link to set a password.
not-you = If it was you, there’s nothing to do. If not, set a new password immediately. That ends every session:
# A link to the page of one's sessions.
sessions = Your sessions
# Why somebody gets it.
foot = You get this email because it’s about your own sign-in. It can’t be turned off.
