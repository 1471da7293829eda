### The mail to somebody when another person begins to look at the portal as them.

subject = { $by } hat { $account } als Sie angesehen
lead = { $by } hat am { $at } begonnen, das Konto { $account } bei { $brand } als Sie anzusehen.
how = Zu sehen ist, was Sie sehen können; ändern lässt sich nichts. Es endet nach { $minutes } Minuten und steht in der Aktivität des Kontos.
foot = Wir informieren immer darüber. Wenn Sie den Grund nicht kennen, fragen Sie { $by } oder schreiben Sie an { $support }.
