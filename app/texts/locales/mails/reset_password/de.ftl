### The mail to somebody who may set a new password.

subject = Ihr Passwort für { $brand } setzen
lead = jemand, wahrscheinlich Sie selbst, hat einen Link angefordert, um Ihr Passwort für { $brand } zu setzen. Hier ist er:
set = Passwort setzen
works = Er gilt einmal und { $unit ->
    [days] { $amount } Tage
   *[minutes] { $amount } Minuten
} lang. Bis dahin bleibt Ihr aktuelles Passwort, falls Sie eines haben, gültig.
foot = Wenn Sie das nicht waren, beachten Sie diese E-Mail nicht: Es ändert sich nichts.
