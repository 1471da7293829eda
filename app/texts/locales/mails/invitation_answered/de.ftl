### The mail about an answered invitation, to whoever invited.

subject = { $answer ->
    [declined] { $contact } hat Ihre Einladung zu { $account } abgelehnt
   *[accepted] { $contact } hat Ihre Einladung zu { $account } angenommen
}
lead = { $answer ->
    [declined] { $contact } hat Ihre Einladung zum Konto { $account } auf { $brand } abgelehnt.
   *[accepted] { $contact } hat Ihre Einladung zum Konto { $account } auf { $brand } angenommen.
}
reason = Der angegebene Grund: { $reason }
open = Kontakt öffnen
