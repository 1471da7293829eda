### The mail about what was decided, to whoever asked.

subject = { $outcome ->
    [granted] Ihre Anfrage nach „{ $right }“ bei { $account } wurde bewilligt
    [met] Ihre Anfrage nach „{ $right }“ bei { $account } wurde geschlossen
   *[declined] Ihre Anfrage nach „{ $right }“ bei { $account } wurde abgelehnt
}
lead = { $outcome ->
    [granted] { $by } hat Ihnen beim Konto { $account } das Recht „{ $right }“ erteilt. Es gilt ab sofort.
    [granted-until] { $by } hat Ihnen beim Konto { $account } das Recht „{ $right }“ erteilt, bis { $until }. Es gilt ab sofort.
    [met] Sie haben beim Konto { $account } „{ $right }“ angefragt. Sie haben es inzwischen, deshalb hat { $by } Ihre Anfrage geschlossen.
   *[declined] { $by } hat Ihre Anfrage nach „{ $right }“ beim Konto { $account } abgelehnt.
}
adds = { $by } schreibt dazu:
requests = Ihre Anfragen
