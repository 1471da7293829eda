### The words of one's own access to an account.

lead = Was Sie in diesem Konto tun können.
status = Status
your-part = Ihre Rolle
contact = Kontakt
your-rights = Ihre Rechte
owner-rights = Voller Zugriff (Inhaberschaft)
no-rights = Sie haben noch keine Rechte. Fragen Sie Inhaberschaft oder Manager nach dem, was Sie brauchen.
on-all-services = Auf allen Diensten
on-some-services = { $count ->
    [one] Dazu Rechte auf { $count } Dienst
   *[other] Dazu Rechte auf { $count } Diensten
}
