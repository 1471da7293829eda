### The words of DNS zones.

# The page, and the tab of a domain.
title = DNS records
# The title of the page.
# $domain (String)
title-of = DNS records of { $domain }
# What the page is for.
lead = The records that name servers answer for this domain. Changes are shown before they’re made.
# No name server of the provider has the zone.
not-here = DNS isn’t managed here
# What that means.
not-here-text = The name servers of this domain are somewhere else. Change its records there.
# The name server does not answer.
unreachable = The name server doesn’t answer
# What to do.
unreachable-text = The records can’t be shown at the moment. They still work. Try again in a minute.
# Beside the name of the zone, where it is signed.
signed = DNSSEC on
# The same where it is not.
unsigned = DNSSEC off
# The serial number of the zone.
# $serial (String)
serial = Serial number { $serial }
# How many records are not changed here.
# $count (Number)
kept = { $count ->
    [one] { $count } more record isn’t changed here, the SOA record for example.
   *[other] { $count } more records aren’t changed here, the SOA record for example.
}
# How many record sets.
# $count (Number)
count-exact = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
# How many, where they are more than are counted.
count-many = More than 1,000 records
# The search field.
search-label = Search records
# The choice of types.
kind-filter = Type
# All types.
any-kind = All types
# There is no record.
none = No records
# What to do.
none-text = Add the first record below.
# The column of names.
name = Name
# The column of types.
kind = Type
# The column of times.
ttl = TTL
# The column of values.
values = Values
# The column of what is removed.
delete = Delete
# What belongs into the table.
help = A name is relative to the domain; @ is the domain itself. Write one value per line. TTL is in seconds, or 5m, 1h, 1d.
# Rows for new records.
new = New records
# A row by its name and type.
# $name (String)
# $kind (String)
row = { $name }, { $kind }
# A row for a new record.
# $number (Number)
new-row = New record { $number }
# Shows more empty rows.
more-rows = More rows
# Shows what would change.
review = Review changes
# Above what would change.
review-title = Review changes
# What would change, in numbers.
# $added (Number)
# $removed (Number)
# $changed (Number)
review-lead = Added: { $added }. Removed: { $removed }. Changed: { $changed }. They’re made together, or not at all.
# Makes the changes.
apply = Apply changes
# Does not.
discard = Discard
# A record set is new.
step-added = Added
# A record set is removed.
step-removed = Removed
# A record set holds something else.
step-changed = Changed
# The column of what happens.
step = Change
# The column of what was.
before = Before
# The column of what will be.
after = After
# Nothing on that side.
nothing = Nothing
# A time with its word.
# $ttl (String)
ttl-of = TTL { $ttl }
# More changes than are shown.
# $count (Number)
more-changes = { $count ->
    [one] And { $count } more.
   *[other] And { $count } more.
}
# After a change.
done-done = DNS records changed.
# After a change without an answer.
done-under-way = The name server hasn’t confirmed the change yet. The history below shows what came of it.
# After a change that was not made.
done-not-done = The change wasn’t made.
# After a change without a clear outcome.
done-unknown = It’s not known whether the change was made. Check the records below.
# Above the latest changes.
history = History
# No change yet.
history-none = No changes have been made here yet.
# A change is being made.
state-under-way = In progress
# It was made.
state-done = Done
# It was not made.
state-not-done = Not made
# Nobody can tell.
state-unknown = Outcome unknown
# What a change changed, in numbers.
# $added (Number)
# $removed (Number)
# $changed (Number)
gist = Added { $added }, removed { $removed }, changed { $changed }
# Takes a change back.
undo = Undo
# Who may only look.
read-only = You can see these records but not change them.
# Leads to the import.
import = Import
# Gives the zone as a file.
export = Export
# The title of the import.
# $domain (String)
import-title = Import DNS records into { $domain }
# What the import does.
import-lead = Paste a zone file. Every bad line is named, and nothing changes before you’ve seen the difference.
# The field of the zone file.
file = Zone file
# What it may hold.
file-help = The SOA record and the name servers of the domain itself are left as they are.
# A box.
only = Remove records that the file doesn’t have
# Before what is wrong with a line of a zone file.
# $line (String)
# $problem (String)
at-line = Line { $line }: { $problem }
# Before what is wrong with a record set.
# $set (String)
# $problem (String)
at-set = { $set }: { $problem }
# The log: a change was handed to the name server.
fact-asked = asked for a change of DNS records
# The log: it was made.
fact-changed = changed DNS records
# The log: it was not made.
fact-not-changed = couldn’t change DNS records
# The log: nobody can tell.
fact-unknown = changed DNS records, outcome unknown
# It is no name that DNS has.
problem-not-a-name = This is not a DNS name. Use letters, digits, hyphens and dots.
# A name is too long.
problem-name-too-long = A part of a name has at most 63 characters, the whole name 253.
# The name lies outside of the zone.
# $zone (String)
problem-outside-zone = This name doesn’t end with { $zone }.
# The name of a host has no underscore.
problem-underscore = The name of a host can’t have an underscore.
# A star stands for a whole first part.
problem-star = A star can only be the whole first part of a name.
# Not a time in range.
# $min (Number)
# $max (Number)
problem-ttl = Enter a time from { $min } to { $max } seconds.
# Not an IPv4 address.
problem-ipv4 = This is not an IPv4 address. It should look like 192.0.2.1.
# Not an IPv6 address.
problem-ipv6 = This is not an IPv6 address. It should look like 2001:db8::1.
# An address where a name is wanted.
problem-address = Enter a name here, not an address.
# Not an MX value.
problem-mx = Enter a priority and a mail server, like 10 mail.example.com.
# Not an SRV value.
problem-srv = Enter priority, weight, port and server, like 10 5 5060 sip.example.com.
# Not a CAA value.
problem-caa = Enter flags, tag and value, like 0 issue "ca.example".
# Quotes are wrong.
problem-quotes = Close each quotation mark, and put nothing between quoted parts.
# A text is too long.
# $max (Number)
problem-text-bytes = A text has at most { $max } bytes.
# Too many values.
# $max (Number)
problem-too-many-values = A record has at most { $max } values.
# The same value twice.
# $value (String)
problem-same-value = { $value } is there twice.
# The same name and type twice.
problem-same-set = There is already a record with this name and type. Add the value there.
# There is a record that is not changed here.
problem-only-kept = The name server has a record with this name and type that can’t be changed here. Ask support to change it.
# A CNAME stands alone.
problem-cname-alone = A name with a CNAME can’t have other records.
# The zone itself has no CNAME.
problem-cname-apex = The domain itself can’t have a CNAME.
# A CNAME has one value.
problem-cname-one = A CNAME has exactly one value.
# The zone's own name servers.
problem-apex-ns = The name servers of the domain itself can’t be changed here.
# Below a delegation.
# $name (String)
problem-delegated = Other name servers answer for { $name }, so this record would never be seen.
# An MX without a server stands alone.
problem-null-mx = An MX record without a mail server (.) must be the only one.
# Changed meanwhile; with what it is now.
# $now (String)
problem-changed = Somebody changed this record in the meantime. It’s now: { $now }
# Removed meanwhile.
problem-removed = Somebody removed this record in the meantime.
# A kind that is not changed here.
# $kind (String)
problem-kind = Records of type { $kind } can’t be changed here.
# Brackets or quotes stay open.
problem-unclosed = A bracket or quotation mark isn’t closed.
# No record.
problem-not-a-record = This is not a record: it needs a name, a type and a value.
# More is wrong than is named.
# $count (Number)
problem-and-more = { $count ->
    [one] And { $count } more problem.
   *[other] And { $count } more problems.
}
# A directive that is not understood.
# $name (String)
problem-directive = { $name } can’t be used here.
# Nothing is different.
problem-nothing-changed = Nothing is different from what the name server has.
# No server could send it.
problem-not-sendable = No name server can send this record.
# The values of one record have different times.
problem-ttls-differ = All values of a name and type have the same TTL.
# Too many at once.
# $max (Number)
problem-too-many-sets = Change at most { $max } records at once.
# Another change is under way.
problem-busy = Another change of this domain is still in progress. Try again in a moment.
# The name server refused.
problem-not-taken = The name server didn’t accept the change. Nothing was changed.
