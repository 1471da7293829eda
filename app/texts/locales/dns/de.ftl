### Die Wörter der DNS-Zonen.

title = DNS-Einträge
title-of = DNS-Einträge von { $domain }
lead = Die Einträge, die Nameserver für diese Domain ausliefern. Änderungen sehen Sie, bevor sie gemacht werden.
not-here = DNS wird hier nicht verwaltet
not-here-text = Die Nameserver dieser Domain stehen anderswo. Ändern Sie die Einträge dort.
unreachable = Der Nameserver antwortet nicht
unreachable-text = Die Einträge lassen sich gerade nicht anzeigen. Sie wirken weiter. Versuchen Sie es in einer Minute noch einmal.
signed = DNSSEC an
unsigned = DNSSEC aus
serial = Seriennummer { $serial }
kept = { $count ->
    [one] { $count } weiterer Eintrag wird hier nicht geändert, zum Beispiel der SOA-Eintrag.
   *[other] { $count } weitere Einträge werden hier nicht geändert, zum Beispiel der SOA-Eintrag.
}
count-exact = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}
count-many = Mehr als 1.000 Einträge
search-label = Einträge suchen
kind-filter = Typ
any-kind = Alle Typen
none = Keine Einträge
none-text = Fügen Sie unten den ersten Eintrag hinzu.
name = Name
kind = Typ
ttl = TTL
values = Werte
delete = Löschen
help = Ein Name gilt innerhalb der Domain; @ ist die Domain selbst. Schreiben Sie einen Wert je Zeile. Die TTL steht in Sekunden, oder als 5m, 1h, 1d.
new = Neue Einträge
row = { $name }, { $kind }
new-row = Neuer Eintrag { $number }
more-rows = Weitere Zeilen
review = Änderungen prüfen
review-title = Änderungen prüfen
review-lead = Neu: { $added }. Entfernt: { $removed }. Geändert: { $changed }. Alle werden gemeinsam gemacht, oder keine.
apply = Änderungen anwenden
discard = Verwerfen
step-added = Neu
step-removed = Entfernt
step-changed = Geändert
step = Änderung
before = Vorher
after = Nachher
nothing = Nichts
ttl-of = TTL { $ttl }
more-changes = { $count ->
    [one] Und { $count } weitere.
   *[other] Und { $count } weitere.
}
done-done = DNS-Einträge geändert.
done-under-way = Der Nameserver hat die Änderung noch nicht bestätigt. Der Verlauf unten zeigt, was daraus wurde.
done-not-done = Die Änderung wurde nicht gemacht.
done-unknown = Ob die Änderung gemacht wurde, ist nicht bekannt. Prüfen Sie die Einträge unten.
history = Verlauf
history-none = Hier wurde noch nichts geändert.
state-under-way = Läuft
state-done = Erledigt
state-not-done = Nicht gemacht
state-unknown = Ergebnis unbekannt
gist = Neu { $added }, entfernt { $removed }, geändert { $changed }
undo = Rückgängig machen
read-only = Sie können diese Einträge sehen, aber nicht ändern.
import = Importieren
export = Exportieren
import-title = DNS-Einträge für { $domain } importieren
import-lead = Fügen Sie eine Zonendatei ein. Jede fehlerhafte Zeile wird genannt, und nichts ändert sich, bevor Sie den Unterschied gesehen haben.
file = Zonendatei
file-help = Der SOA-Eintrag und die Nameserver der Domain selbst bleiben, wie sie sind.
only = Einträge entfernen, die nicht in der Datei stehen
at-line = Zeile { $line }: { $problem }
at-set = { $set }: { $problem }
fact-asked = hat eine Änderung von DNS-Einträgen angefordert
fact-changed = hat DNS-Einträge geändert
fact-not-changed = konnte DNS-Einträge nicht ändern
fact-unknown = hat DNS-Einträge geändert, Ergebnis unbekannt
problem-not-a-name = Das ist kein DNS-Name. Verwenden Sie Buchstaben, Ziffern, Bindestriche und Punkte.
problem-name-too-long = Ein Teil eines Namens hat höchstens 63 Zeichen, der ganze Name 253.
problem-outside-zone = Dieser Name endet nicht auf { $zone }.
problem-underscore = Der Name eines Hosts darf keinen Unterstrich haben.
problem-star = Ein Stern darf nur der ganze erste Teil eines Namens sein.
problem-ttl = Geben Sie eine Zeit von { $min } bis { $max } Sekunden an.
problem-ipv4 = Das ist keine IPv4-Adresse. Sie sieht aus wie 192.0.2.1.
problem-ipv6 = Das ist keine IPv6-Adresse. Sie sieht aus wie 2001:db8::1.
problem-address = Geben Sie hier einen Namen an, keine Adresse.
problem-mx = Geben Sie eine Priorität und einen Mailserver an, wie 10 mail.example.com.
problem-srv = Geben Sie Priorität, Gewicht, Port und Server an, wie 10 5 5060 sip.example.com.
problem-caa = Geben Sie Flags, Tag und Wert an, wie 0 issue "ca.example".
problem-quotes = Schließen Sie jedes Anführungszeichen, und setzen Sie nichts zwischen die Teile.
problem-text-bytes = Ein Text hat höchstens { $max } Bytes.
problem-too-many-values = Ein Eintrag hat höchstens { $max } Werte.
problem-same-value = { $value } steht zweimal da.
problem-same-set = Es gibt schon einen Eintrag mit diesem Namen und Typ. Ergänzen Sie den Wert dort.
problem-only-kept = Der Nameserver hat einen Eintrag mit diesem Namen und Typ, der sich hier nicht ändern lässt. Bitten Sie den Support um die Änderung.
problem-cname-alone = Ein Name mit CNAME darf keine anderen Einträge haben.
problem-cname-apex = Die Domain selbst darf keinen CNAME haben.
problem-cname-one = Ein CNAME hat genau einen Wert.
problem-apex-ns = Die Nameserver der Domain selbst lassen sich hier nicht ändern.
problem-delegated = Für { $name } antworten andere Nameserver; dieser Eintrag wäre nie zu sehen.
problem-null-mx = Ein MX-Eintrag ohne Mailserver (.) muss der einzige sein.
problem-changed = Jemand hat diesen Eintrag inzwischen geändert. Er ist jetzt: { $now }
problem-removed = Jemand hat diesen Eintrag inzwischen entfernt.
problem-kind = Einträge vom Typ { $kind } lassen sich hier nicht ändern.
problem-unclosed = Eine Klammer oder ein Anführungszeichen ist nicht geschlossen.
problem-not-a-record = Das ist kein Eintrag: Er braucht einen Namen, einen Typ und einen Wert.
problem-and-more = { $count ->
    [one] Und { $count } weiterer Fehler.
   *[other] Und { $count } weitere Fehler.
}
problem-directive = { $name } lässt sich hier nicht verwenden.
problem-nothing-changed = Nichts ist anders, als der Nameserver es hat.
problem-not-sendable = Kein Nameserver kann diesen Eintrag ausliefern.
problem-ttls-differ = Alle Werte eines Namens und Typs haben dieselbe TTL.
problem-too-many-sets = Ändern Sie höchstens { $max } Einträge auf einmal.
problem-busy = Eine andere Änderung dieser Domain läuft noch. Versuchen Sie es gleich noch einmal.
problem-not-taken = Der Nameserver hat die Änderung nicht angenommen. Es wurde nichts geändert.
