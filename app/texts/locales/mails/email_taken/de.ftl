### The mail to whoever has the address that somebody asked for.

subject = Jemand wollte Ihre E-Mail-Adresse bei { $brand } benutzen
lead = jemand, der bei { $brand } angemeldet ist, wollte sich künftig mit dieser E-Mail-Adresse anmelden. Sie gehört bereits zu Ihnen, deshalb wurde nichts geändert.
was-you = Waren Sie es selbst, melden Sie sich damit an oder setzen Sie ein neues Passwort.
foot = Wenn nicht, müssen Sie nichts tun.
