### The words of what needs its reader, on the account's first page.

title = Für Sie zu tun
nothing = Für Sie ist nichts zu tun
nothing-text = Nichts, was Sie sehen, ist überfällig oder läuft bald aus, und niemand wartet auf Sie.
asks = bittet um „{ $right }“
offers-ownership = { $days ->
    [0] bietet Ihnen die Inhaberschaft dieses Kontos an, nur noch heute
    [1] bietet Ihnen die Inhaberschaft dieses Kontos an, bis morgen
   *[other] bietet Ihnen die Inhaberschaft dieses Kontos an, noch { $days } Tage lang
}
decide = Entscheiden
invoice = Rechnung { $number }
overdue = { $days ->
    [0] war heute fällig
    [one] ist seit { $days } Tag überfällig
   *[other] ist seit { $days } Tagen überfällig
}
due = { $days ->
    [0] ist heute fällig
    [1] ist morgen fällig
   *[other] ist in { $days } Tagen fällig
}
unpaid = ist offen
expires = { $days ->
    [0] läuft heute aus
    [1] läuft morgen aus
   *[other] läuft in { $days } Tagen aus
}
expired-ago = { $days ->
    [0] ist heute abgelaufen
    [1] ist gestern abgelaufen
   *[other] ist vor { $days } Tagen abgelaufen
}
expired = ist abgelaufen
access-ends = { $days ->
    [0] verliert heute den Zugang
    [1] verliert morgen den Zugang
   *[other] verliert in { $days } Tagen den Zugang
}
own-access-ends = { $days ->
    [0] Ihr Zugang endet heute
    [1] Ihr Zugang endet morgen
   *[other] Ihr Zugang endet in { $days } Tagen
}
invitation-ends = { $days ->
    [0] hat noch nicht angenommen: die Einladung endet heute
    [1] hat noch nicht angenommen: die Einladung endet morgen
   *[other] hat noch nicht angenommen: die Einladung endet in { $days } Tagen
}
invitation-ended = { $days ->
    [0] hat nicht angenommen: die Einladung endete heute
    [1] hat nicht angenommen: die Einladung endete gestern
   *[other] hat nicht angenommen: die Einladung endete vor { $days } Tagen
}
without-mails = { $count ->
    [one] { $count } Person bekommt keine E-Mails: niemand hat welche für sie gewählt
   *[other] { $count } Personen bekommen keine E-Mails: niemand hat welche für sie gewählt
}
without-mails-many = Mehr als 1.000 Personen bekommen keine E-Mails: niemand hat welche für sie gewählt
choose = Auswählen
open = Öffnen
named = { $button }: { $name }
more = und { $count } weitere
more-many = und viele weitere
all-pending = Alle offenen Einladungen
