### What several mails say.

hello = Guten Tag { $name },
signed = { $name } ({ $email })
here = { $what }:
sign-in = Anmelden
set-password = Neues Passwort setzen
look = Ansehen
look-or-change = Ansehen oder ändern:
look-at-contacts = Kontakte ansehen
unexpected = Wenn Sie das nicht erwartet haben, beachten Sie diese E-Mail nicht oder schreiben Sie an { $support }.
wrong = Wenn Ihnen das falsch vorkommt, schreiben Sie an { $support }.
because = { $why ->
    [owner] Sie erhalten diese E-Mail, weil Ihnen das Konto { $account } gehört: Die Inhaberschaft erfährt immer, wenn sich Zugriffe ändern.
    [concerned] Sie erhalten diese E-Mail, weil es um Ihren eigenen Zugriff auf das Konto { $account } geht.
   *[chosen] Sie erhalten diese E-Mail, weil E-Mails zu „{ $category }“ beim Konto { $account } für Sie eingeschaltet sind.
}
choose-mails = Wählen Sie, welche E-Mails Sie erhalten
ask-people = Wenden Sie sich an die Personen von { $account }, wenn Sie das nicht möchten.
