### The words of Billing & Payment.

# What Billing & Payment is.
lead = Invoices of this account, newest first.

# How many invoices.
# $count (Number)
count-exact = { $count ->
    [one] { $count } invoice
   *[other] { $count } invoices
}

# How many invoices, where they are more than are counted: more than 1,000.
count-many = More than 1,000 invoices

# The column of invoice numbers.
invoice = Invoice

# The column of statuses.
status = Status

# The column of dates of issue.
issued = Issued

# The column of due dates.
due = Due

# The column of totals.
total = Total

# The mark of an invoice that should have been paid.
overdue = Overdue

# There is no invoice.
none = No invoices

# Where they will be.
none-text = Invoices appear here once they’re issued.

# The mark between whole units and cents.
decimal-mark = { "." }

# The mark between thousands.
thousands-mark = { "," }

# An amount in a currency that has a sign: “€1,299.00”.
# $sign (String)
# $amount (String)
amount-signed = { $sign }{ $amount }

# An amount in another currency: “CHF 1,299.00”.
# $code (String)
# $amount (String)
amount-coded = { $code }{ "\u00A0" }{ $amount }

# Above the tabs of Billing & Payment.
which = Which invoices

# The tab of all invoices.
all-tab = All

# The tab of those to be paid.
unpaid-tab = Unpaid

# There is no invoice to be paid.
none-unpaid = Nothing to pay

# Where the others are.
none-unpaid-text = Paid invoices are under “All”.

# Where an invoice stands: to be paid.
invoice-status-unpaid = Unpaid

# Where an invoice stands: paid.
invoice-status-paid = Paid

# Where an invoice stands: withdrawn.
invoice-status-cancelled = Cancelled

# Where an invoice stands: paid back.
invoice-status-refunded = Refunded
