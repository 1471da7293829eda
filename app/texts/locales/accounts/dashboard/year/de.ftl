### The words of the months ahead and behind, on the account's first page.

title = Die nächsten zwölf Monate
nothing = In den nächsten zwölf Monaten wird nichts fällig.
month = Monat
expires = Läuft aus
to-pay = Zu zahlen
things = { $month }: { $count }
more = und { $count } weitere
billed = Rechnungen je Monat
billed-lead = { $total } in den letzten zwölf Monaten
billed-nothing = Keine Rechnungen in den letzten zwölf Monaten.
paid = Bezahlt
unpaid = Offen
as-table = Als Tabelle zeigen
amount = { $month }: { $amount }
month-of-year = { $month ->
    [1] Jan.
    [2] Feb.
    [3] März
    [4] Apr.
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug.
    [9] Sept.
    [10] Okt.
    [11] Nov.
   *[12] Dez.
} { $year }
