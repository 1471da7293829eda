### The mail about several things that happened on an account.

subject = { $count } Änderungen bei { $account }
lead = beim Konto { $account } gab es { $count } Änderungen:
entry = { $kind ->
    [left] { $contact } hat das Konto verlassen und hat keinen Zugriff mehr.
    [profile] { $by } hat die Angaben zu { $contact } geändert:
   *[access] { $by } hat geändert, was { $contact } tun kann:
}
more = { $more ->
    [one] Eine weitere Änderung steht nicht in dieser E-Mail. Die Aktivität des Kontos zeigt alle.
   *[other] { $more } weitere Änderungen stehen nicht in dieser E-Mail. Die Aktivität des Kontos zeigt alle.
}
contacts = Kontakte des Kontos ansehen:
