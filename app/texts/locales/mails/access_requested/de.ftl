### The mail about a request, to those who can decide.

subject = { $by } bittet um Zugriff auf { $account }
lead = { $by } bittet beim Konto { $account } um „{ $right }“:
choose = Sie können das Recht befristet oder unbefristet erteilen oder ablehnen:
decide = Entscheiden
where-to = Im Portal stehen alle Anfragen unter { $people }.
foot = Sie erhalten diese E-Mail, weil Sie dieses Recht erteilen können. Bis jemand entscheidet, geschieht nichts.
