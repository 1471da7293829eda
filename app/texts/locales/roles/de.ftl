### The words of the page Access rules, and of named sets of rights.

title = Zugriffsregeln
lead = Was Verwalter vergeben dürfen, eigene Rollen und Vorlagen, und wem dieses Konto gehört.
changed = Die Änderung ist gespeichert.
save = Speichern
hand-out = Rollen, die Verwalter vergeben dürfen
hand-out-lead = Verwalter geben, was sie selbst haben, und die hier angekreuzten Rollen, anderen und sich selbst. Inhaber dürfen immer alles geben.
own-roles = Rollen dieses Kontos
own-roles-lead = Sie stehen bei den Rollen und bleiben verknüpft: Was Sie hier ändern, ändert sich sofort für alle, die eine haben. Um eine anzulegen, öffnen Sie eine Person und wählen Als Vorlage oder Rolle speichern.
no-own-roles = Es gibt noch keine.
role-note = { $people ->
    [0] { $rights } Rechte; niemand hat sie.
    [one] { $rights } Rechte; { $people } Person hat sie.
   *[other] { $rights } Rechte; { $people } Personen haben sie.
}
templates = Vorlagen dieses Kontos
templates-lead = Sie stehen in der Auswahl nach den eingebauten und werden beim Auswählen kopiert. Um eine anzulegen, öffnen Sie eine Person und wählen Als Vorlage oder Rolle speichern.
no-templates = Es gibt noch keine.
template-note = { $people ->
    [0] { $rights } Rechte; niemand hat damit begonnen.
    [one] { $rights } Rechte; { $people } Person hat damit begonnen.
   *[other] { $rights } Rechte; { $people } Personen haben damit begonnen.
}
change-of = { $name } ändern
delete-of = { $name } löschen
delete-text = { $people ->
    [0] Niemand hat mit dieser Vorlage begonnen. Sie verschwindet aus der Auswahl.
    [one] Eine Person hat mit dieser Vorlage begonnen. Sie behält ihre Rechte; die Vorlage verschwindet aus der Auswahl, und der Zugriff wird dann durch seine Rechte gezeigt.
   *[other] { $people } Personen haben mit dieser Vorlage begonnen. Sie behalten ihre Rechte; die Vorlage verschwindet aus der Auswahl, und ihr Zugriff wird dann durch seine Rechte gezeigt.
}
delete-role-text = { $people ->
    [0] Niemand hat diese Rolle.
    [one] Eine Person hat diese Rolle und verliert sofort, was sie gibt.
   *[other] { $people } Personen haben diese Rolle und verlieren sofort, was sie gibt.
}
save-as = Als Vorlage oder Rolle speichern
save-as-help = Behält die Rechte auf dem Konto und auf allen Diensten, auch die von Rollen, um sie anderen zu geben. Rechte auf einzelnen Diensten gehören nicht dazu.
template-name = Name
kind = Behalten als
as-template = Vorlage: beim Auswählen kopiert, bei jeder Person einzeln geändert
as-role = Rolle: bleibt verknüpft, für alle geändert, die sie haben
template-page = Vorlage
template-page-lead = Sie wird beim Auswählen kopiert: Wer mit ihr begonnen hat, behält, was er hat.
role-page = Rolle
role-page-lead = Sie ist verknüpft: Was Sie hier ändern, ändert sich sofort für alle, die sie haben.
people = Wer sie hat
nobody = Noch niemand.
more = und { $count } weitere
overtaken = Jemand anderes hat das inzwischen geändert. Es wurde nichts gespeichert. Öffnen Sie die Seite neu, um zu sehen, was jetzt gilt.
fact-hand-out-changed = hat die Rollen geändert, die Verwalter vergeben dürfen
fact-template-changed = hat die Vorlagen des Kontos geändert
fact-changed = hat eine Rolle des Kontos geändert, die hatte:
problem-taken-name = Eine Vorlage dieses Kontos heißt schon so.
problem-too-many-templates = Ein Konto kann { $max } Vorlagen haben. Löschen Sie zuerst eine.
