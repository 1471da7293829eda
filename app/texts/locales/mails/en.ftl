### What several mails say.

# How a mail begins.
# $name (String)
hello = Hello { $name },
# Whoever did something, with their address: what stands for `by` in the sentences of mails.
# $name (String)
# $email (String)
signed = { $name } ({ $email })
# What stands above an address in the text part, where the HTML part has a link called so.
# $what (String)
here = { $what }:
# A link to the page for it.
sign-in = Sign in
# A link to the page where one asks for a new password.
set-password = Set a new password
# A button that leads to what was changed.
look = View
# Above the address of what was changed.
look-or-change = To view or change it:
# A button that leads to the contacts of the account.
look-at-contacts = View contacts
# At the foot of mails to whoever did not ask for them.
# $support (String)
unexpected = If you didn’t expect this, ignore this email or write to { $support }.
# At the foot of mails about access.
# $support (String)
wrong = If this looks wrong, write to { $support }.
# Why somebody is told of an account: as its `owner`, as the one `concerned`, or because it was `chosen`.
# $why (String)
# $account (String)
# $category (String)
because = { $why ->
    [owner] You get this email because you own the account { $account }: owners are always told about access changes.
    [concerned] You get this email because it’s about your own access to the account { $account }.
   *[chosen] You get this email because emails about “{ $category }” are turned on for you on the account { $account }.
}
# After it: a link to the page for it.
choose-mails = Choose which emails you get
# After it, for whoever can't sign in.
# $account (String)
ask-people = If you don’t want them, ask the people of { $account }.
