### The words of the months ahead and behind, on the account's first page.

# The heading of what comes due.
title = Next twelve months

# Nothing does.
nothing = Nothing comes due in the next twelve months.

# The column of months.
month = Month

# The column of what ends.
expires = Expires

# The column of amounts that are due.
to-pay = To pay

# How many things come due in a month, in the picture.
# $month (String)
# $count (Number)
things = { $month }: { $count }

# So many things more end in a month.
# $count (Number)
more = and { $count } more

# The heading of what was billed.
billed = Invoices by month

# Below it.
# $total (String)
billed-lead = { $total } in the last twelve months

# Nothing was billed.
billed-nothing = No invoices in the last twelve months.

# The column of what was paid.
paid = Paid

# The column of what was not.
unpaid = Unpaid

# Shows the numbers of a picture.
as-table = Show as a table

# A month in the picture: its name and what was billed.
# $month (String)
# $amount (String)
amount = { $month }: { $amount }

# A month with its year.
# $month (Number)
# $year (String)
month-of-year = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }
