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
nothing = Kein Zugriff
everything = Alles
all-services = Alle Dienste
new-services = Neue Dienste
one-service = einen Dienst
own-role = Rolle dieses Kontos
on = { $what } auf { $place }
role-named = Rolle { $role }
given = { $what } erteilt
taken = { $what } entzogen
subscribed = E-Mails zu „{ $category }“ eingeschaltet
unsubscribed = E-Mails zu „{ $category }“ ausgeschaltet
detail-now = { $field } ist jetzt „{ $now }“
detail-gone = { $field } entfernt
state-now = Status ist jetzt { $state }
renamed = Eigener Name von „{ $was }“ in „{ $now }“ geändert
