### The words of an account's activity, and of who did something.

lead = Änderungen in diesem Konto.
count-exact = { $count ->
    [one] { $count } Ereignis
   *[other] { $count } Ereignisse
}
count-many = Mehr als 1.000 Ereignisse
none = Noch keine Aktivität
none-text = Änderungen an Personen und ihren Rechten erscheinen hier.
provider = Anbieter
your-provider = Ihr Anbieter
by-your-provider = Ihrem Anbieter
unnamed-contact = ein Kontakt ohne Namen
by-unnamed-contact = einem Kontakt ohne Namen
installation-all-revoked = hat alle Sitzungen und Links widerrufen
