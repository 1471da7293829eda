### The mail to an old address, when it is none any more.

subject = Ihre E-Mail-Adresse für { $brand } wurde geändert
lead = ab jetzt melden Sie sich bei { $brand } mit { $email } statt mit dieser Adresse an. Überall sonst wurden Sie abgemeldet.
foot = Wenn Sie das nicht waren, schreiben Sie sofort an { $support }.
