### The mail to somebody registered who was given access at once.

subject = { $by } hat Ihnen Zugriff auf { $account } bei { $brand } gegeben
lead = { $by } hat Sie bei { $brand } als weiteren Benutzer des Kontos { $account } eingetragen. Sie können es sofort mit Ihrer Anmeldung benutzen:
open = Konto öffnen
unwanted = Sie möchten das nicht? Sagen Sie es hier innerhalb von { $days } Tagen, und der Zugriff ist weg:
refuse = Das möchte ich nicht
