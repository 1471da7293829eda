### The words of one's own access to an account.

lead = Dieses Konto und was Sie darin dürfen.
status = Status
your-part = Sie sind
contact = Kontakt
your-rights = Was Sie hier dürfen
owner-rights = Alles: Dieses Konto gehört Ihnen.
no-rights = Sie haben noch keine Rechte. Bitten Sie einen Inhaber des Kontos um das, was Sie brauchen.
on-all-services = Auf allen Diensten
on-some-services = { $count ->
    [one] Mehr auf { $count } Dienst: siehe Meine Dienste
   *[other] Mehr auf { $count } Diensten: siehe Meine Dienste
}
