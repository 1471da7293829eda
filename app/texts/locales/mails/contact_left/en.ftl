### The mail about somebody who ended their own access.

# The subject: it takes data of the mail by the same names.
# $contact (String)
# $account (String)
subject = { $contact } has left { $account }
# What happened: `contact` is whoever left, with their address.
# $contact (String)
# $account (String)
lead = { $contact } has left the account { $account } and no longer has access.
# Above the address of the account's contacts.
contacts = The account’s contacts, where you can restore deleted people for a while:
