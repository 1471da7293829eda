### The words of doing something to many contacts.

# So many are picked.
# $count (String)
picked = { $count } selected
# Everything that the filter finds.
# $total (String)
pick-all = All { $total } that match
# Picks nobody any more.
unpick = Clear the selection
# The bar with what can be done to many.
bar = Actions for the selection
# Nobody was picked.
tick-first = Tick somebody first.
# So many were left alone.
# $count (Number)
left-alone = { $count } left as they were.
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
rest-stopped = The rest was stopped: you signed out, undid it, or may not do this any more.
# Asks how far it is by now.
refresh = Refresh
# Asks before doing something to many: suspend.
# $count (String)
title-suspend = Suspend { $count }?
# Asks before doing something to many: reactivate.
# $count (String)
title-reactivate = Reactivate { $count }?
# Asks before doing something to many: delete.
# $count (String)
title-delete = Delete { $count }?
# Asks before doing something to many: restore.
# $count (String)
title-restore = Restore { $count }?
# Asks before doing something to many: send a link to set a password.
# $count (String)
title-send-reset = Send reset links to { $count }?
# What suspending many does.
suspend-text = They can sign in but not use this account until they are reactivated. Owners, you yourself and people without a login are left as they are.
# What deleting many does, with the days for which it can be undone.
# $days (Number)
delete-text = They lose all access to this account at once. { $days ->
    [0] Deleted people cannot be restored.
    [one] You can restore deleted people for one day, under the status “Deleted”.
   *[other] You can restore deleted people for { $days } days, under the status “Deleted”.
} Owners and you yourself are left as they are.
