### The words of SSH keys.

# The page.
title = SSH keys

# What they are for.
lead = Public keys that servers of this account can be set up with.

# There is none.
none = No SSH keys

# What to do.
none-text = Add a public key here, then choose it when you rebuild a server.

# Before the date on which a key was added.
added = Added

# The form for one more.
add-title = Add an SSH key

# Its button.
add = Add key

# Its field: the key.
key = Public key

# What belongs into it.
key-help = The line of a file like id_ed25519.pub. It begins with ssh-ed25519, ssh-rsa or ecdsa-sha2.

# Its field: what the key is called.
label = Name

# What is taken otherwise.
label-help = Leave it empty to use the comment at the end of the key.

# What must not be pasted.
public-only = Paste the public key only. Your private key stays with you, and nobody here needs it.

# The button that removes one.
remove = Remove

# The same, as it is read out.
# $label (String)
remove-of = Remove { $label }

# What removing does.
remove-text = The key can’t be chosen any more. Servers that have it keep it.

# After one was added.
added-now = SSH key added.

# After one was removed.
removed-now = SSH key removed.

# The log, after who did it.
fact-added = added an SSH key

# The log, after who did it.
fact-removed = removed an SSH key

# What is wrong with a key: it is a private one.
problem-private-key = This is a private key. It wasn’t saved. Anyone who has seen it can sign in as you: if you pasted it elsewhere too, make a new key pair. Paste the public key here, the line of the .pub file.

# What is wrong with a key: it is none.
problem-not-a-public-key = This isn’t a public SSH key. Paste the whole line of the .pub file, without line breaks.

# What is wrong with a key: servers accept it no longer.
problem-too-weak = This key is too weak. Use Ed25519, ECDSA, or RSA with at least 2,048 bits.

# What is wrong with a key: the account has it.
# $label (String)
problem-known-key = This account already has this key. It’s called { $label }.

# What is wrong with a key: there are as many as there may be.
# $max (Number)
problem-too-many-keys = An account can keep { $max } SSH keys. Remove one first.
