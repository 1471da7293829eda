### The words of times that are told by how long ago they were.

just-now = gerade eben
minutes-ago = vor { $count } Min.
hours-ago = vor { $count } Std.
days-ago = { $count ->
    [one] vor { $count } Tag
   *[other] vor { $count } Tagen
}
months-ago = { $count ->
    [one] vor { $count } Monat
   *[other] vor { $count } Monaten
}
years-ago = { $count ->
    [one] vor { $count } Jahr
   *[other] vor { $count } Jahren
}
