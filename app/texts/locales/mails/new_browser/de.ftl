### The mail to somebody who signed in from a browser that they have not signed in with before.

subject = Neue Anmeldung bei { $brand }
lead = jemand hat sich bei { $brand } als Sie angemeldet, mit einem neuen Browser:
browser-on = { $browser } auf { $system }
unknown-browser = ein unbekannter Browser
browser-from = { $browser }, von der Adresse { $ip }
not-you = Wenn Sie das waren, ist nichts zu tun. Wenn nicht, setzen Sie sofort ein neues Passwort. Damit enden alle Sitzungen:
sessions = Ihre Sitzungen
foot = Sie erhalten diese E-Mail, weil es um Ihre eigene Anmeldung geht. Sie lässt sich nicht abschalten.
