### Why something is refused, and what to do about it.

missing = Sie brauchen das Recht „{ $right }“. Fragen Sie Inhaberschaft oder Manager des Kontos.
beyond-grant = Sie können keine Rechte geben, die Sie selbst nicht haben: { $rights }. Fragen Sie die Inhaberschaft des Kontos.
stronger-target = Diese Person hat Rechte, die Sie nicht haben. Fragen Sie die Inhaberschaft des Kontos.
owner-protected = Die Inhaberschaft hat immer vollen Zugriff auf das Konto.
owners-choice = Die Inhaberschaft wählt selbst, welche E-Mails sie erhält.
owners-only = Nur die Inhaberschaft kann das ändern.
legal-owner-only = Nur die Vertragsinhaberschaft kann das ändern.
not-yours = Das entscheidet jemand anderes.
cannot-own = Nur ein aktiver Kontakt mit eigenem Zugang kann ein Konto besitzen.
address-unproved = Für die Inhaberschaft muss die E-Mail-Adresse bestätigt sein. Die Person kann sie unter Mein Konto bestätigen.
not-to-oneself = Das können Sie nicht für sich selbst tun. Fragen Sie die Inhaberschaft des Kontos.
own-credentials = Diese Person verwaltet ihre Anmeldung selbst. Sie können ihr einen Link zum Zurücksetzen senden.
no-login = Dieser Kontakt hat keinen Zugang.
legal-owner-stays = Sie haben die Vertragsinhaberschaft dieses Kontos. Übertragen Sie sie, bevor Sie es verlassen.
view-only = Sie sehen das Portal als jemand anderes, deshalb lässt sich nichts ändern.
held-already = Das haben Sie bereits. Laden Sie die Seite neu.
account-suspended = Das Konto ist gesperrt. Bezahlen Sie offene Rechnungen oder wenden Sie sich an den Support.
account-closed = Das Konto ist geschlossen.
