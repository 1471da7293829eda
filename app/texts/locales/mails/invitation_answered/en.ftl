### The mail about an answered invitation, to whoever invited.

# The subject: it takes data of the mail by the same names.
# `answer` is `accepted` or `declined`.
# $contact (String)
# $answer (String)
# $account (String)
subject = { $answer ->
    [declined] { $contact } declined your invitation to { $account }
   *[accepted] { $contact } accepted your invitation to { $account }
}
# What happened: `contact` is whoever answered, with their address.
# $contact (String)
# $answer (String)
# $account (String)
# $brand (String)
lead = { $answer ->
    [declined] { $contact } declined your invitation to the account { $account } on { $brand }.
   *[accepted] { $contact } accepted your invitation to the account { $account } on { $brand }.
}
# The reason, where one was given.
# $reason (String)
reason = Reason: { $reason }
# The button.
open = Open contact
