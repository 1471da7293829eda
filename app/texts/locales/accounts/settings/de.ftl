### The words of one's own access to an account.

status = Status
your-rights = Ihre Rechte
no-rights = Sie haben noch keine Rechte. Fragen Sie Inhaberschaft oder Manager nach dem, was Sie brauchen.
on-all-services = Auf allen Diensten
title = Ihr Zugriff auf { $account }
role = Rolle
ends = Endet
full-access = Voller Zugriff (Inhaberschaft)
on-new-services = Auf neuen Diensten
from-template = Vorlage { $name }
by-hand = Einzeln erteilt
with-right = mit „{ $right }“
until-date = bis { $date }
