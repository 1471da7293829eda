### The mail to whoever has the address that somebody asked for.

# The subject: it takes data of the mail by the same names.
# $brand (String)
subject = Somebody tried to use your email address on { $brand }
# What happened.
# $brand (String)
lead = somebody signed in to { $brand } asked to use this email address for signing in. It’s already yours, so nothing was changed.
# Above the links to sign in and to set a password.
was-you = If it was you, sign in with it or set a new password.
# After them.
foot = If not, there’s nothing to do.
