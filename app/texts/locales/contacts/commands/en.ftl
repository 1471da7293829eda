### The words of what can be done to a contact, and of what was done.

edit = Edit Contact
view-as = Login as This Contact
suspend = Suspend
reactivate = Reactivate
delete = Delete
restore = Restore
# Asks before deleting.
# $name (String)
delete-title = Delete { $name }?
# What deleting does, with the days for which it can be undone.
# $name (String)
# $days (Number)
delete-text = { $name } loses access immediately. { $days ->
    [0] You can’t restore them.
    [one] You can restore them for one day.
   *[other] You can restore them for { $days } days.
}
# What became of somebody: suspended.
# $name (String)
command-done-to-suspend = { $name } was suspended.
# What became of somebody: reactivated.
# $name (String)
command-done-to-reactivate = { $name } was reactivated.
# What became of somebody: deleted.
# $name (String)
command-done-to-delete = { $name } was deleted.
# What became of somebody: restored.
# $name (String)
command-done-to-restore = { $name } was restored.
# What became of somebody: sent a link to set a password.
# $name (String)
command-done-to-send-reset = A reset link was sent to { $name }.
# What became of somebody without a name: suspended.
command-done-suspend = The contact was suspended.
# What became of somebody without a name: reactivated.
command-done-reactivate = The contact was reactivated.
# What became of somebody without a name: deleted.
command-done-delete = The contact was deleted.
# What became of somebody without a name: restored.
command-done-restore = The contact was restored.
# What became of somebody without a name: sent a link to set a password.
command-done-send-reset = A reset link was sent.
# Takes the last step back.
undo = Undo
