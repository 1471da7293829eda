### The words for rights: for what is no right by itself, and the sentences that tell of a change.

template-changed = { $changes ->
    [0] { $name }
    [one] { $name } + { $changes } Änderung
   *[other] { $name } + { $changes } Änderungen
}
privilege-count = { $count ->
    [one] { $count } Recht
   *[other] { $count } Rechte
}
service-count = { $count ->
    [one] { $count } Dienst
   *[other] { $count } Dienste
}
domain-count = { $count ->
    [one] { $count } Domain
   *[other] { $count } Domains
}
nothing = Kein Zugriff
everything = Alles
all-services = Alle Dienste
new-services = Neue Dienste
one-service = einen Dienst
all-domains = Alle Domains
new-domains = Neue Domains
one-domain = eine Domain
on-new-domains = { $what } für neue Domains
own-role = Eigene Rolle
on-all-services = { $what } auf allen Diensten
on-new-services = { $what } auf neuen Diensten
on = { $what } auf { $place }
role-named = Rolle { $role }
given = Erteilt: { $what }
taken = Entzogen: { $what }
last-day = Letzter Tag des Zugriffs: { $day }
no-last-day = Der Zugriff endet nicht mehr an einem festen Tag
subscribed = E-Mails zu „{ $category }“ eingeschaltet
unsubscribed = E-Mails zu „{ $category }“ ausgeschaltet
detail-now = { $field } ist jetzt „{ $now }“
detail-gone = { $field } entfernt
state-now = Status: { $state }
renamed = Name von „{ $was }“ in „{ $now }“ geändert
one-on-service = { $service }: { $right }
some-on-service = { $service }: { $count ->
    [one] { $count } Recht
   *[other] { $count } Rechte
}
right-count = { $count ->
    [one] { $count } Recht
   *[other] { $count } Rechte
}
