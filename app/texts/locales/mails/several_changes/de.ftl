### The mail about several things that happened on an account.

subject = { $count } Änderungen bei { $account }
lead = beim Konto { $account } gab es { $count } Änderungen:
entry = { $kind ->
    [left] { $contact } hat das Konto verlassen und kann darin nichts mehr tun.
    [profile] { $by } hat die Angaben zu { $contact } geändert:
   *[access] { $by } hat geändert, was { $contact } darf:
}
more = { $more ->
    [one] Eine weitere Änderung steht nicht in dieser E-Mail. Die Aktivitäten des Kontos zeigen alle.
   *[other] { $more } weitere Änderungen stehen nicht in dieser E-Mail. Die Aktivitäten des Kontos zeigen alle.
}
contacts = Kontakte des Kontos ansehen:
