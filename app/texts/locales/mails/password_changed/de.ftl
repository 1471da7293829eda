### The mail to somebody whose password was changed.

subject = Ihr Passwort für { $brand } wurde geändert
lead = Ihr Passwort für { $brand } wurde am { $at } geändert. Überall sonst wurden Sie abgemeldet.
foot = Wenn Sie das nicht waren, setzen Sie sofort ein neues und schreiben Sie an { $support }.
