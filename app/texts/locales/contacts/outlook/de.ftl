### The words beside the form of rights: what somebody will see, can and cannot.

title = Was { $name } sehen wird
title-unnamed = Was diese Person sehen wird
title-set = Was damit gegeben wird
menu = Im Menü
can = Kann
roles = Rollen
cannot = Kann nicht öffnen
changes = Was sich ändert
gained = + { $right }
lost = − { $right }
nothing = Noch kein Zugriff. Wählen Sie eine Vorlage, eine Rolle oder einen Dienst.
update = Zusammenfassung aktualisieren
updated = Die Zusammenfassung ist aktuell. Gespeichert wurde noch nichts.
