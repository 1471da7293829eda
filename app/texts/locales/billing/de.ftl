### The words of Billing & Payment.

lead = Rechnungen dieses Kontos, neueste zuerst.
count-exact = { $count ->
    [one] { $count } Rechnung
   *[other] { $count } Rechnungen
}
count-many = Mehr als 1.000 Rechnungen
invoice = Rechnung
status = Status
issued = Ausgestellt
due = Fällig
total = Betrag
overdue = Überfällig
none = Keine Rechnungen
none-text = Rechnungen erscheinen hier, sobald sie ausgestellt sind.
decimal-mark = ,
thousands-mark = { "." }
amount-signed = { $amount }{ "\u00A0" }{ $sign }
amount-coded = { $amount }{ "\u00A0" }{ $code }
which = Welche Rechnungen
all-tab = Alle
unpaid-tab = Offen
none-unpaid = Nichts zu zahlen
none-unpaid-text = Bezahlte Rechnungen stehen unter „Alle“.
invoice-status-unpaid = Offen
invoice-status-paid = Bezahlt
invoice-status-cancelled = Storniert
invoice-status-refunded = Erstattet
