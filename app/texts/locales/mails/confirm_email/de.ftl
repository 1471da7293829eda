### The mail to an address that is to be proved.

subject = Bestätigen Sie Ihre E-Mail-Adresse für { $brand }
lead = Sie möchten sich bei { $brand } mit dieser E-Mail-Adresse anmelden. Bestätigen Sie, dass sie Ihnen gehört:
confirm = Diese Adresse bestätigen
works = Der Link gilt einmal, { $hours } Stunden lang und nur für Sie: Melden Sie sich an, wenn Sie darum gebeten werden. Bis dahin ändert sich nichts.
foot = Wenn Sie das nicht waren, beachten Sie diese E-Mail nicht.
