### The mail to whoever has the address that somebody asked for.

# The subject: it takes data of the mail by the same names.
# $brand (String)
subject = Somebody tried to use your e-mail address on { $brand }
# What happened.
# $brand (String)
lead = somebody who is signed in to { $brand } asked to sign in with this e-mail address from now on. It is yours already, so nothing was changed.
# Above the links to sign in and to set a password.
was-you = If it was you, sign in with it or set a new password.
# After them.
foot = If not, you need to do nothing.
