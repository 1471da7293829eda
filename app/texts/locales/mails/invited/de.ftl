### The mail to an address that was invited and that nobody is known by.

subject = { $by } lädt Sie zu { $account } bei { $brand } ein
hello = Guten Tag,
lead = { $by } lädt Sie zum Konto { $account } bei { $brand } ein.
choose = Sehen Sie, was Sie tun können, und nehmen Sie an oder lehnen Sie ab:
see = Einladung ansehen
works = Der Link gilt einmal und { $days } Tage lang. Haben Sie bei { $brand } noch keinen Zugang, legen Sie dort einen an.
