### The mail to an address that was invited and that nobody is known by.

subject = { $by } lädt Sie zu { $account } auf { $brand } ein
hello = Guten Tag,
lead = { $by } lädt Sie ein, auf { $brand } für das Konto { $account } zu handeln.
choose = Hier sehen Sie, was Sie tun könnten, und nehmen an oder lehnen ab:
see = Einladung ansehen
works = Der Link gilt einmal und { $days } Tage lang. Haben Sie bei { $brand } noch keine Anmeldung, legen Sie dort eine an.
