### The mail to somebody registered who was given access at once.

subject = { $by } hat Ihnen Zugriff auf { $account } bei { $brand } gegeben
lead = { $by } hat Ihnen bei { $brand } Zugriff auf das Konto { $account } gegeben. Sie können es sofort mit Ihrem Zugang benutzen:
open = Konto öffnen
unwanted = Nicht erwartet? Innerhalb von { $days } Tagen können Sie diesen Zugriff ablehnen:
refuse = Das möchte ich nicht
