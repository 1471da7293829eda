### The mail to the present address, when another one was asked for.

subject = Für { $brand } wurde eine andere E-Mail-Adresse angefragt
lead = jemand, wahrscheinlich Sie selbst, möchte sich bei { $brand } künftig mit { $email } statt mit dieser Adresse anmelden. Noch hat sich nichts geändert: Die neue Adresse muss erst bestätigt werden.
foot = Wenn Sie das nicht waren, setzen Sie jetzt ein neues Passwort. Damit ist auch die Änderung abgebrochen. Schreiben Sie dann an { $support }.
