### The words of doing something to many contacts.

# So many are picked.
# $count (String)
picked = { $count } selected
# Everything that the filter finds.
# $total (String)
pick-all = Select all { $total }
# Picks nobody any more.
unpick = Clear selection
# The bar with what can be done to many.
bar = Actions for the selection
# Nobody was picked.
tick-first = Select at least one person.
# So many were left alone.
# $count (Number)
left-alone = { $count } skipped.
# What became of many: suspended.
# $done (Number)
bulk-done-suspend = { $done } suspended.
# What became of many: reactivated.
# $done (Number)
bulk-done-reactivate = { $done } reactivated.
# What became of many: deleted.
# $done (Number)
bulk-done-delete = { $done } deleted.
# What became of many: restored.
# $done (Number)
bulk-done-restore = { $done } restored.
# What became of many: their invitations were sent again.
# $done (Number)
bulk-done-resend = { $done ->
    [one] { $done } invitation sent again.
   *[other] { $done } invitations sent again.
}
# What became of many: they got a role.
# $done (Number)
bulk-done-give-role = { $done } got the role.
# What became of many: a role was taken from them.
# $done (Number)
bulk-done-take-role = { $done } no longer have the role.
# What became of many: it was chosen which mails they get.
# $done (Number)
bulk-done-notify = { $done ->
    [one] Notifications of { $done } person saved.
   *[other] Notifications of { $done } people saved.
}
# What became of many: their access ends on another day, or not at all.
# $done (Number)
bulk-done-set-end = { $done ->
    [one] Last day of access changed for { $done } person.
   *[other] Last day of access changed for { $done } people.
}
# "1,000+".
many = 1,000+
# A bulk action is not through yet.
rest-under-way = The rest follows in the background.
# The rest of a bulk action is not carried out.
rest-stopped = The rest was stopped: you signed out, undid it or no longer have the right.
# Asks how far it is by now.
refresh = Refresh
# More people than are counted, in a question.
many-people = more than 1,000 people
# Asks before doing something to many: suspend. How many people, in words, and the name of the account.
# $people (String)
# $account (String)
title-suspend = Suspend { $people } in { $account }?
# Asks before doing something to many: delete.
# $people (String)
# $account (String)
title-delete = Delete { $people } from { $account }?
# Asks before doing something to many: send their invitations again.
# $people (String)
# $account (String)
title-resend = Send { $people } their invitation to { $account } again?
# Asks before doing something to many: give them a role.
# $people (String)
# $account (String)
title-give-role = Give { $people } in { $account } a role?
# Asks before doing something to many: choose which mails they get.
# $people (String)
# $account (String)
title-notify = Choose emails for { $people } in { $account }?
# Asks before doing something to many: set the last day of their access.
# $people (String)
# $account (String)
title-set-end = Change the last day of access for { $people } in { $account }?
# What else can be done to many.
more = More actions
resend = Resend invitations
give-role = Give a role
choose-mails = Choose notifications
set-end = Change last day of access
# Carries it out, once the day is typed.
set-end-yes = Save last day
# The day.
ends-on = Last day of access
# Below it.
ends-help = Access ends at the end of this day, in your time zone.
# The box in its place.
endless = No last day
# What that does.
endless-help = Their access doesn’t end by itself, whatever the day above says.
# What setting the last day of many does.
set-end-text = This replaces the last day they had, and you can’t undo it. Owners, people without a sign-in and open invitations are left as they are.
# Carries it out, once the role is chosen.
give-role-yes = Give role
# Carries it out, once the mails are chosen.
choose-mails-yes = Save notifications
# The role that is given.
role = Role
# What sending invitations again does.
resend-text = Each of them gets an email with a new link. Earlier links stop working. You can’t undo this. People who already answered are left as they are.
# What giving a role does.
give-role-text = They keep everything else they have. Undo takes the role only from those who get it now.
# What choosing the mails of many does.
choose-mails-text = This replaces what was chosen for them before, and you can’t undo it. Owners choose for themselves.
# What suspending many does.
suspend-text = They can sign in but not use this account until you reactivate them.
# What deleting many does, with the days for which it can be undone.
# $days (Number)
delete-text = They lose access immediately. { $days ->
    [0] You can’t restore them.
    [one] You can restore them for one day.
   *[other] You can restore them for { $days } days.
}
