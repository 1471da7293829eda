### The mail about a request, to those who can decide.

subject = { $by } bittet um Zugriff auf { $account }
lead = { $by } bittet beim Konto { $account } um „{ $right }“:
choose = Sie können das Recht erteilen, auf Dauer oder für eine Weile, oder ablehnen:
decide = Entscheiden
where-to = Im Portal stehen alle Anfragen unter { $people }.
foot = Sie erhalten diese E-Mail, weil Sie dieses Recht erteilen dürfen. Bis jemand entscheidet, geschieht nichts.
