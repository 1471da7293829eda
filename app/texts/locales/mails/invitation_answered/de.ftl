### The mail about an answered invitation, to whoever invited.

subject = { $answer ->
    [declined] { $contact } hat Ihre Einladung zu { $account } abgelehnt
   *[accepted] { $contact } hat Ihre Einladung zu { $account } angenommen
}
lead = { $answer ->
    [declined] { $contact } hat Ihre Einladung zum Konto { $account } bei { $brand } abgelehnt.
   *[accepted] { $contact } hat Ihre Einladung zum Konto { $account } bei { $brand } angenommen.
}
reason = Grund: { $reason }
open = Kontakt öffnen
