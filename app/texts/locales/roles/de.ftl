### The words of the page Roles, and of named sets of rights.

title = Rollen
lead = Rollen und Vorlagen dieses Kontos, und welche Rollen Manager vergeben können.
changed = Änderung gespeichert.
save = Speichern
hand-out = Rollen, die Manager vergeben können
hand-out-lead = Manager können diese Rollen allen geben, auch sich selbst, und dazu jedes Recht, das sie haben. Die Inhaberschaft kann alles vergeben.
own-roles = Eigene Rollen
own-roles-lead = Änderungen an einer Rolle gelten für alle, die sie haben. Um eine anzulegen, öffnen Sie eine Person und wählen Sie Als Vorlage oder Rolle speichern.
no-own-roles = Noch keine eigenen Rollen.
role-note = { $rights ->
    [one] { $rights } Recht
   *[other] { $rights } Rechte
} · { $people ->
    [0] noch nicht verwendet
    [one] { $people } Person hat sie
   *[other] { $people } Personen haben sie
}
templates = Eigene Vorlagen
templates-lead = Ausgangspunkte für neue Personen. Spätere Änderungen gelten nicht für bereits hinzugefügte Personen. Um eine anzulegen, öffnen Sie eine Person und wählen Sie Als Vorlage oder Rolle speichern.
no-templates = Noch keine eigenen Vorlagen.
template-note = { $rights ->
    [one] { $rights } Recht
   *[other] { $rights } Rechte
} · { $people ->
    [0] noch nicht verwendet
    [one] für { $people } Person verwendet
   *[other] für { $people } Personen verwendet
}
change = Bearbeiten
change-of = { $name } bearbeiten
delete-of = { $name } löschen
delete-text = { $people ->
    [0] Niemand wurde mit dieser Vorlage hinzugefügt. Löschen?
    [one] Eine Person wurde mit dieser Vorlage hinzugefügt. Sie behält ihre Rechte.
   *[other] { $people } Personen wurden mit dieser Vorlage hinzugefügt. Sie behalten ihre Rechte.
}
delete-role-text = { $people ->
    [0] Niemand hat diese Rolle. Löschen?
    [one] Eine Person hat diese Rolle und verliert sofort deren Rechte.
   *[other] { $people } Personen haben diese Rolle und verlieren sofort deren Rechte.
}
save-as = Als Vorlage oder Rolle speichern
save-as-help = Speichert Rechte für das Konto und für alle Dienste. Rechte auf einzelnen Diensten gehören nicht dazu.
template-name = Name
kind = Typ
as-template = Vorlage: ein Ausgangspunkt, je Person bearbeitet
as-role = Rolle: gemeinsam, Änderungen gelten für alle
template-page = Vorlage
template-page-lead = Ein Ausgangspunkt. Änderungen gelten nicht für bereits hinzugefügte Personen.
role-page = Rolle
role-page-lead = Gemeinsam. Änderungen gelten für alle, die sie haben.
people = Personen mit dieser Rolle
nobody = Noch niemand.
more = und { $count } weitere
overtaken = Jemand anderes hat inzwischen Änderungen gespeichert. Ihre wurden nicht gespeichert. Laden Sie die Seite neu, um sie zu sehen.
fact-hand-out-changed = hat die Rollen geändert, die Manager vergeben können
fact-template-changed = hat die Vorlagen des Kontos geändert
fact-changed = hat eine Rolle des Kontos geändert von:
problem-taken-name = Eine Vorlage dieses Kontos heißt schon so.
problem-too-many-templates = Ein Konto kann { $max } Vorlagen haben. Löschen Sie zuerst eine.
