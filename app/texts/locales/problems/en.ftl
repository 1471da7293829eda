### The words for problems with fields and for whole failures.

# Above the list of what is wrong with a form.
summary = Please check what you entered
# On a form that was refilled after signing in again.
signed-in-again = You are signed in again. Nothing has been sent yet: please check the form and send it. Passwords have to be entered again.
# Nothing was given.
required = This is needed.
# More than so many characters.
# $max (Number)
too-long = This may have at most { $max } characters.
# Fewer than so many characters.
# $min (Number)
too-short = This needs at least { $min } characters.
# Control, invisible or direction-turning characters.
hidden-characters = This contains invisible or control characters.
# Not an address.
not-an-email = This is not an email address. It should look like name@example.com.
# Not a telephone number.
not-a-phone-number = This is not a telephone number.
# The link was used, replaced or has run out.
link-dead = This link was used already, was replaced by a newer one or is too old. Ask for a new one.
# An address that reads like another one.
# $address (String)
lookalike = { $address } has letters of another alphabet and reads like a different address. If it is meant so, tick the box below.
# The value is none of those offered.
not-offered = Please choose one of the values offered.
# The service is not one of the account's active ones, or has no such operation.
no-such-operation = This service is no longer active or has no such operation. Please load the form again.
# Not a day.
not-a-date = This is not a date.
# The day is over.
in-the-past = This day is over already.
# The form was opened too long ago.
form-too-old = This form was opened too long ago. What you entered is still here: please submit it again.
# Nobody is signed in any more.
sign-in-required = Your session has ended. Sign in again to go on; what you entered here stays.
# Somebody is signed in who must first choose a password of their own.
password-change-required = Please choose a password of your own first.
# It does not exist, or it is not the reader's to know of.
not-found = This does not exist, or it is not yours to see.
# Somebody changed it meanwhile.
conflict = Somebody else changed this meanwhile. Nothing was saved.
# The same, where it is known who did.
# $name (String)
conflict-by = { $name } changed this meanwhile. Nothing was saved.
# The page of the form was made for somebody else than whoever is signed in.
somebody-else = Somebody else is signed in in this browser now. Nothing was done.
# Too many attempts; how long to wait, at most 90 seconds.
# $seconds (Number)
too-many-seconds = { $seconds ->
    [one] Too many attempts. Please try again in a second.
   *[other] Too many attempts. Please try again in { $seconds } seconds.
}
# The same in minutes, 2 or more.
# $minutes (Number)
too-many-minutes = Too many attempts. Please try again in { $minutes } minutes.
# The same in hours, 2 or more.
# $hours (Number)
too-many-hours = Too many attempts. Please try again in { $hours } hours.
# The portal is too busy, or a part of it does not answer.
unavailable = The portal is busy or cannot be reached right now. Nothing was changed: please try again in a moment.
# The request could not be read.
malformed = The portal could not read this request. Please load the page again.
# A fault of the portal.
# $id (String)
internal = Something went wrong on our side. Nothing was changed. If it happens again, tell support this number: { $id }
