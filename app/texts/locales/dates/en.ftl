### How dates and times are written.

# A month as it stands in a date, by its number.
# $month (Number)
month = { $month ->
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
}

# A date: the day of the month, what the message month says, the year.
# $day (Number)
# $month (String)
# $year (Number)
date = { $day } { $month } { $year }

# A date as above with the time of day (23:59) and the short name of the time zone.
# $date (String)
# $time (String)
# $zone (String)
moment = { $date }, { $time } { $zone }
