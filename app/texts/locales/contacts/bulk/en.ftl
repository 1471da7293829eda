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
# What became of many: sent a link to set a password.
# $done (Number)
bulk-done-send-reset = { $done } reset links sent.
# "1,000+".
many = 1,000+
# A bulk action is not through yet.
rest-under-way = The rest follows in the background.
# The rest of a bulk action is not carried out.
rest-stopped = The rest was stopped: you signed out, undid it or no longer have the right.
# Asks how far it is by now.
refresh = Refresh
# Asks before doing something to many, "2 people" say: suspend.
# $people (String)
title-suspend = Suspend { $people }?
# Asks before doing something to many: reactivate.
# $people (String)
title-reactivate = Reactivate { $people }?
# Asks before doing something to many: delete.
# $people (String)
title-delete = Delete { $people }?
# Asks before doing something to many: restore.
# $people (String)
title-restore = Restore { $people }?
# Asks before doing something to many: send a link to set a password.
# $people (String)
title-send-reset = Send reset links to { $people }?
# What suspending many does.
suspend-text = They can sign in but not use this account until you reactivate them.
# What deleting many does, with the days for which it can be undone.
# $days (Number)
delete-text = They lose access immediately. { $days ->
    [0] You can’t restore them.
    [one] You can restore them for one day.
   *[other] You can restore them for { $days } days.
}
