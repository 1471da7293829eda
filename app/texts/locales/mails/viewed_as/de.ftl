### The mail to somebody when another person begins to look at the portal as them.

subject = { $by } sieht sich { $account } mit Ihren Augen an
lead = { $by } hat am { $at } begonnen, sich das Konto { $account } so anzusehen, wie Sie es bei { $brand } sehen.
how = Zu sehen ist, was Sie dort sehen dürfen; geändert werden kann nichts. Es endet von selbst nach { $minutes } Minuten und steht in den Aktivitäten des Kontos.
foot = Wir sagen es Ihnen, damit es niemand hinter Ihrem Rücken tut. Wenn Sie nicht wissen, warum, fragen Sie { $by } oder schreiben Sie an { $support }.
