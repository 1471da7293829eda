### How dates and times are written.

month = { $month }
date = { $day }.{ $month }.{ $year }
moment = { $date }, { $time } { $zone }
