### The mail about a request that was withdrawn, to those who could decide.

subject = { $by } hat eine Zugriffsanfrage für { $account } zurückgezogen
lead = { $by } hat beim Konto { $account } die Anfrage nach „{ $right }“ zurückgezogen. Es gibt nichts mehr zu entscheiden.
requests = Alle Anfragen
foot = Sie erhalten diese E-Mail, weil Sie dieses Recht erteilen können.
