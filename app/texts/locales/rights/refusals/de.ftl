### Why something is refused, and what to do about it.

missing = Dafür brauchen Sie das Recht „{ $right }“. Ein Inhaber des Kontos kann es Ihnen erteilen.
beyond-grant = Sie dürfen nicht erteilen, was Sie selbst nicht haben: { $rights }. Fragen Sie einen Inhaber des Kontos.
stronger-target = Diese Person hat Rechte, die Sie nicht haben. Fragen Sie einen Inhaber des Kontos.
owner-protected = Inhaber haben immer vollen Zugriff auf das Konto.
owners-choice = Inhaber wählen selbst, welche E-Mails sie erhalten.
owners-only = Das tun nur Inhaber.
legal-owner-only = Das tut nur der rechtliche Inhaber.
not-yours = Das entscheidet jemand anderes.
cannot-own = Nur ein aktiver Kontakt mit eigener Anmeldung kann ein Konto besitzen.
address-unproved = Inhaber müssen die E-Mail-Adresse ihres Kontakts bestätigt haben. Die Person bestätigt sie unter Mein Konto, mit einem Link per E-Mail.
not-to-oneself = Das können Sie nicht für sich selbst tun. Fragen Sie einen Inhaber des Kontos.
own-credentials = Diese Person kümmert sich selbst um ihre Anmeldung. Sie können ihr einen Link zum Zurücksetzen schicken.
no-login = Dieser Kontakt hat keinen Zugang.
legal-owner-stays = Sie stehen als Inhaber für dieses Konto ein. Verlassen können Sie es, sobald es jemand anderem gehört.
view-only = Sie sehen das Portal als jemand anderes, deshalb lässt sich nichts ändern.
held-already = Das haben Sie bereits. Laden Sie die Seite neu, dann ist es da.
account-suspended = Das Konto ist gesperrt. Offene Rechnungen zu bezahlen oder ein Ticket an den Support hilft weiter.
account-closed = Das Konto ist geschlossen.
