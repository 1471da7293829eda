### The words of SSH keys.

title = SSH-Schlüssel
lead = Öffentliche Schlüssel, mit denen Server dieses Kontos eingerichtet werden können.
none = Keine SSH-Schlüssel
none-text = Fügen Sie hier einen öffentlichen Schlüssel hinzu und wählen Sie ihn, wenn Sie einen Server neu aufsetzen.
added = Hinzugefügt
add-title = SSH-Schlüssel hinzufügen
add = Schlüssel hinzufügen
key = Öffentlicher Schlüssel
key-help = Die Zeile einer Datei wie id_ed25519.pub. Sie beginnt mit ssh-ed25519, ssh-rsa oder ecdsa-sha2.
label = Name
label-help = Bleibt das Feld leer, gilt der Kommentar am Ende des Schlüssels.
public-only = Fügen Sie nur den öffentlichen Schlüssel ein. Ihr privater Schlüssel bleibt bei Ihnen, und hier braucht ihn niemand.
remove = Entfernen
remove-of = { $label } entfernen
remove-text = Der Schlüssel kann nicht mehr gewählt werden. Server, die ihn haben, behalten ihn.
added-now = SSH-Schlüssel hinzugefügt.
removed-now = SSH-Schlüssel entfernt.
fact-added = hat einen SSH-Schlüssel hinzugefügt
fact-removed = hat einen SSH-Schlüssel entfernt
problem-private-key = Das ist ein privater Schlüssel. Er wurde nicht gespeichert. Wer ihn gesehen hat, kann sich als Sie anmelden: Haben Sie ihn auch anderswo eingefügt, erzeugen Sie ein neues Schlüsselpaar. Fügen Sie hier den öffentlichen Schlüssel ein, die Zeile der .pub-Datei.
problem-not-a-public-key = Das ist kein öffentlicher SSH-Schlüssel. Fügen Sie die ganze Zeile der .pub-Datei ein, ohne Zeilenumbrüche.
problem-too-weak = Dieser Schlüssel ist zu schwach. Verwenden Sie Ed25519, ECDSA oder RSA mit mindestens 2.048 Bit.
problem-known-key = Dieses Konto hat diesen Schlüssel bereits. Er heißt { $label }.
problem-too-many-keys = Ein Konto kann { $max } SSH-Schlüssel haben. Entfernen Sie zuerst einen.
