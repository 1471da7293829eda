### The words of invitations.

lead-at-once = Alle bekommen eine Mail. Wer hier schon eine Anmeldung hat, hat sofort Zugriff; alle anderen nehmen zuerst an.
lead-after-acceptance = Alle bekommen eine Mail mit einem Link und haben Zugriff, sobald sie annehmen.
invite = Benutzer einladen
whom = Wer eingeladen wird
emails-help = Eine Adresse oder mehrere: jede in einer Zeile oder zwischen Kommas. Alle bekommen dieselben Rechte.
ends-on = Letzter Tag des Zugriffs
ends-help = Der Zugriff endet mit diesem Tag ({ $zone }). Leer: Er endet nicht von selbst.
note-help = Nur wer Kontakte sehen darf, kann sie lesen. Sie steht nicht in der Mail.
summary = Was Sie gleich geben
send = Einladung senden
sent = { $at-once ->
    [0] { $waiting ->
        [one] Die Einladung ist unterwegs. Sie kann sieben Tage lang angenommen werden.
       *[other] { $waiting } Einladungen sind unterwegs. Sie können sieben Tage lang angenommen werden.
    }
    [one] { $waiting ->
        [0] Hat sofort Zugriff und wurde per Mail benachrichtigt.
       *[other] { $at-once } mit sofortigem Zugriff, { $waiting } eingeladen. Alle wurden per Mail benachrichtigt.
    }
   *[other] { $waiting ->
        [0] { $at-once } Personen haben sofort Zugriff und wurden per Mail benachrichtigt.
       *[other] { $at-once } mit sofortigem Zugriff, { $waiting } eingeladen. Alle wurden per Mail benachrichtigt.
    }
}
resend = Einladung erneut senden
copy-link = Einladungslink kopieren
cancel = Einladung zurückziehen
resent = Die Einladung wurde erneut gesendet. Der frühere Link gilt nicht mehr.
cancelled = Die Einladung wurde zurückgezogen. Ihre Links gelten nicht mehr.
link-made = Ein Link zu dieser Einladung. Geben Sie ihn der eingeladenen Person. Zum Annehmen meldet sie sich mit der eingeladenen Adresse an oder lässt sich den Link dorthin mailen. Er wird nur dieses eine Mal gezeigt; der in der Mail gilt weiter.
link = Einladungslink
copy = Kopieren
copied = Kopiert
title = Einladung
heading = { $by } lädt Sie zu { $account } ein
heading-given = { $by } hat Ihnen Zugriff auf { $account } gegeben
invited = Eingeladene Adresse
signed-in = Angemeldet als
nobody = Niemand
gives = Was Sie tun können werden
ends = Zugriff endet
until = Antwort bis
accept = Annehmen
decline = Ablehnen
reason = Grund
reason-help = Wer Sie eingeladen hat, liest ihn.
refuse = Das möchte ich nicht
refuse-text = Sie können dieses Konto jetzt benutzen. Wenn Sie das nicht möchten, geben Sie den Zugriff mit einem Klick zurück.
by-hand = Dieser Link wurde von Hand weitergegeben. Zum Annehmen lassen Sie ihn per Mail an die eingeladene Adresse schicken, oder melden Sie sich mit ihr an.
mail-me = An die eingeladene Adresse schicken
mailed = Die Mail ist unterwegs
mailed-text = Öffnen Sie den Link darin, um anzunehmen. Sie geht nur an die eingeladene Adresse.
sign-in-first = Sie haben eine Anmeldung mit dieser Adresse. Melden Sie sich an, um anzunehmen.
sign-in = Anmelden und annehmen
join-text = Um anzunehmen, legen Sie Ihre Anmeldung an. Sie melden sich mit der eingeladenen Adresse an.
join = Annehmen und Zugang anlegen
prove-text = Zu dieser Adresse gibt es eine Anmeldung, die nie bestätigt wurde. Um anzunehmen, wählen Sie ein neues Passwort dafür; was früher gesetzt war, endet.
prove = Annehmen und Passwort setzen
somebody-else = Diese Einladung ist für { $invited }. Sie sind als { $me } angemeldet.
somebody-else-text = Mit Ihrer Anmeldung wird nichts verknüpft. Um als die eingeladene Person anzunehmen, melden Sie sich zuerst ab.
sign-out = Abmelden und weiter
password-help = Mindestens { $min } Zeichen. Lang schlägt kompliziert: Einige Wörter ohne Zusammenhang ergeben ein gutes.
declined = Sie haben abgelehnt
declined-text = Der Zugriff ist weg, und wer Sie eingeladen hat, weiß es. Mehr müssen Sie nicht tun.
dead = Diese Einladung ist nicht mehr offen
dead-text = Sie wurde beantwortet, zurückgezogen, durch eine neuere Mail ersetzt oder ist zu alt. Bitten Sie, wer Sie eingeladen hat, sie erneut zu senden.
fact-sent = hat eingeladen:
fact-resent = hat die Einladung erneut gesendet an:
fact-link-made = hat einen Einladungslink erstellt für:
fact-cancelled = hat die Einladung zurückgezogen von:
fact-accepted = hat die Einladung angenommen als:
fact-declined = hat die Einladung abgelehnt für:
problem-bad-address = { $address } ist keine E-Mail-Adresse.
problem-too-many-addresses = Höchstens { $max } Adressen können auf einmal eingeladen werden.
problem-review-first = Bitte sehen Sie durch, was Sie geben, und senden Sie dann die Einladung.
problem-link-by-hand = Dieser Link wurde von Hand weitergegeben. Lassen Sie ihn zuerst an die eingeladene Adresse schicken.
problem-invited-somebody-else = Diese Einladung ist für jemand anderen. Melden Sie sich als die eingeladene Person an oder melden Sie sich ab.
problem-invitation-lapsed = Dieser Zugriff kann nicht mehr gegeben werden. Bitten Sie, wer Sie eingeladen hat, um eine neue Einladung.
problem-already-member = Sie haben schon Zugriff auf dieses Konto.
