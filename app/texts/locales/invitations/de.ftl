### The words of invitations.

lead-at-once = Wir schreiben allen eine E-Mail. Wer schon einen Zugang hat, bekommt sofort Zugriff; alle anderen nehmen zuerst an.
lead-after-acceptance = Wir senden allen einen Link per E-Mail. Zugriff haben sie, sobald sie annehmen.
invite = Person einladen
whom = E-Mail-Adressen
emails-help = Trennen Sie mit Kommas oder neuen Zeilen. Alle bekommen denselben Zugriff.
ends-on = Letzter Tag des Zugriffs
ends-help = Der Zugriff endet mit Ablauf dieses Tages ({ $zone }). Leer lassen für unbefristet.
note-help = Sichtbar für alle, die Kontakte sehen können. Steht nicht in der E-Mail.
summary = Zusammenfassung
send = Einladung senden
sent = { $at-once ->
    [0] { $waiting ->
        [one] Einladung gesendet. Der Link gilt 7 Tage.
       *[other] { $waiting } Einladungen gesendet. Die Links gelten 7 Tage.
    }
    [one] { $waiting ->
        [0] Zugriff erteilt. Die Person wurde per E-Mail benachrichtigt.
       *[other] { $at-once } mit sofortigem Zugriff, { $waiting } eingeladen. Alle wurden per E-Mail benachrichtigt.
    }
   *[other] { $waiting ->
        [0] { $at-once } Personen haben sofort Zugriff. Sie wurden per E-Mail benachrichtigt.
       *[other] { $at-once } mit sofortigem Zugriff, { $waiting } eingeladen. Alle wurden per E-Mail benachrichtigt.
    }
}
resend = Einladung erneut senden
copy-link = Einladungslink kopieren
cancel = Einladung zurückziehen
resent = Einladung erneut gesendet. Der frühere Link gilt nicht mehr.
cancelled = Einladung zurückgezogen. Ihre Links gelten nicht mehr.
link-made = Geben Sie diesen Link der eingeladenen Person. Vor dem Beitritt bestätigt sie ihre Adresse. Der Link wird nur jetzt gezeigt; der per E-Mail gesendete gilt weiter.
link = Einladungslink
copy = Kopieren
copied = Kopiert
title = Einladung
heading = { $by } lädt Sie zu { $account } ein
heading-given = { $by } hat Ihnen Zugriff auf { $account } gegeben
invited = Eingeladene Adresse
signed-in = Angemeldet als
nobody = Niemand
gives = Ihre Rechte
ends = Zugriff endet
until = Gültig bis
accept = Annehmen
decline = Ablehnen
reason = Grund
reason-help = Geht an die Person, die Sie eingeladen hat.
refuse = Das möchte ich nicht
refuse-text = Sie können dieses Konto jetzt benutzen. Möchten Sie das nicht, geben Sie den Zugriff mit einem Klick zurück.
by-hand = Dieser Link wurde von Hand weitergegeben. Zum Annehmen lassen Sie einen Link per E-Mail an die eingeladene Adresse senden, oder melden Sie sich mit ihr an.
mail-me = An die eingeladene Adresse senden
mailed = E-Mail gesendet
mailed-text = Öffnen Sie den Link darin, um anzunehmen. Die E-Mail geht nur an die eingeladene Adresse.
sign-in-first = Sie haben bereits einen Zugang mit dieser Adresse. Melden Sie sich an, um anzunehmen.
sign-in = Anmelden und annehmen
join-text = Legen Sie Ihren Zugang an. Sie melden sich mit der eingeladenen Adresse an.
join = Einladung annehmen
prove-text = Zu dieser Adresse gibt es einen Zugang, der nie bestätigt wurde. Wählen Sie dafür ein neues Passwort, um anzunehmen. Das alte gilt dann nicht mehr.
prove = Annehmen und Passwort setzen
somebody-else = Diese Einladung ist für { $invited }. Sie sind als { $me } angemeldet.
somebody-else-text = Mit Ihrem Zugang wird nichts verknüpft. Um als die eingeladene Person anzunehmen, melden Sie sich zuerst ab.
sign-out = Abmelden und weiter
password-help = Mindestens { $min } Zeichen. Nehmen Sie einige Wörter ohne Zusammenhang.
declined = Sie haben abgelehnt
declined-text = Der Zugriff ist entfernt, und die Person, die Sie eingeladen hat, weiß Bescheid. Mehr müssen Sie nicht tun.
dead = Diese Einladung gilt nicht mehr
dead-text = Sie ist abgelaufen oder wurde schon benutzt. Bitten Sie um eine neue.
fact-sent = hat eingeladen:
fact-resent = hat die Einladung erneut gesendet an:
fact-link-made = hat einen Einladungslink erstellt für:
fact-cancelled = hat die Einladung zurückgezogen von:
fact-accepted = hat die Einladung angenommen als:
fact-declined = hat die Einladung abgelehnt für:
problem-bad-address = { $address } ist keine E-Mail-Adresse.
problem-too-many-addresses = Sie können höchstens { $max } Adressen auf einmal einladen.
problem-review-first = Prüfen Sie die Zusammenfassung und senden Sie dann die Einladung.
problem-link-by-hand = Dieser Link wurde von Hand weitergegeben. Lassen Sie zuerst einen an die eingeladene Adresse senden.
problem-invited-somebody-else = Diese Einladung ist für jemand anderen. Melden Sie sich als die eingeladene Person an oder melden Sie sich ab.
problem-invitation-lapsed = Dieser Zugriff kann nicht mehr gegeben werden. Bitten Sie um eine neue Einladung.
problem-already-member = Sie haben bereits Zugriff auf dieses Konto.
