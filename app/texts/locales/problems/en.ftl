### The words for problems with fields and for whole failures.

# Above the list of the fields with a problem, with how many there are.
# $count (Number)
summary = { $count ->
    [one] { $count } field needs attention
   *[other] { $count } fields need attention
}
# Above the reason why a form was not carried out, where no field is wrong.
not-done = That didn’t work
# A first name was not given.
required-first-name = Enter a first name.
# A last name was not given.
required-last-name = Enter a last name.
# An email address was not given.
required-email = Enter an email address.
# A password was not given.
required-password = Enter a password.
# The current password was not given.
required-current = Enter your current password.
# A name of a template or role was not given.
required-name = Enter a name.
# The reason of a request was not given.
required-reason = Say why you need it.
# On a form that was refilled after signing in again.
signed-in-again = You’re signed in again. Nothing has been sent yet: check the form and submit it. Enter passwords again.
# Nothing was given, in any other field.
required = Fill in this field.
# More than so many characters.
# $max (Number)
too-long = Use at most { $max } characters.
# Fewer than so many characters.
# $min (Number)
too-short = Use at least { $min } characters.
# Control, invisible or direction-turning characters.
hidden-characters = This contains invisible or control characters.
# Not an address.
not-an-email = This is not an email address. It should look like name@example.com.
# Not a telephone number.
not-a-phone-number = This is not a telephone number.
# The link was used, replaced or has run out.
link-dead = This link has expired or was already used. Ask for a new one.
# An address that reads like another one.
# $address (String)
lookalike = { $address } uses letters of another alphabet and looks like a different address. If it’s correct, tick the box below.
# The value is none of those offered.
not-offered = Choose one of the options.
# The service is not one of the account's active ones, or has no such operation.
no-such-operation = This service is no longer active or doesn’t offer this action. Reload the form.
# Not a day.
not-a-date = This is not a date.
# The day is over.
in-the-past = This day is in the past.
# The form was opened too long ago.
form-too-old = This form was open for too long. What you entered is still here: submit it again.
# Nobody is signed in any more.
sign-in-required = Your session has ended. Sign in again; what you entered stays here.
# Somebody is signed in who must first choose a password of their own.
password-change-required = Choose your own password first.
# It does not exist, or it is not the reader's to know of.
not-found = This doesn’t exist or you don’t have access.
# Somebody changed it meanwhile.
conflict = Somebody else saved changes in the meantime. Nothing was saved.
# The same, where it is known who did.
# $name (String)
conflict-by = { $name } saved changes while you were editing. Yours aren’t saved yet.
# The page of the form was made for somebody else than whoever is signed in.
somebody-else = Somebody else is now signed in in this browser. Nothing was done.
# Too many attempts; how long to wait, at most 90 seconds.
# $seconds (Number)
too-many-seconds = { $seconds ->
    [one] Too many attempts. Try again in a second.
   *[other] Too many attempts. Try again in { $seconds } seconds.
}
# The same in minutes, 2 or more.
# $minutes (Number)
too-many-minutes = Too many attempts. Try again in { $minutes } minutes.
# The same in hours, 2 or more.
# $hours (Number)
too-many-hours = Too many attempts. Try again in { $hours } hours.
# The portal is too busy, or a part of it does not answer.
unavailable = The portal is busy or can’t be reached. Nothing was changed. Try again in a moment.
# The request could not be read.
malformed = The portal couldn’t read this request. Reload the page.
# A fault of the portal.
# $id (String)
internal = Something went wrong on our side. Nothing was changed. If it happens again, give support this number: { $id }
