### The mail to an old address, when it is none any more.

subject = Ihre E-Mail-Adresse für { $brand } wurde geändert
lead = ab jetzt melden Sie sich bei { $brand } mit { $email } an und nicht mehr mit dieser Adresse. Wo Sie sonst angemeldet waren, sind Sie es nicht mehr.
foot = Wenn Sie das nicht waren, schreiben Sie sofort an { $support }.
