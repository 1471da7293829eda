### The words of what is done to services.

# The panel of what can be done to a service.
title = Operations

# Something that is done to a service: start it.
verb-start = Start

# Something that is done to a service: ask its system to shut down.
verb-shut-down = Shut down

# Something that is done to a service: ask its system to reboot.
verb-reboot = Reboot

# Something that is done to a service: cut its power.
verb-hard-stop = Hard stop

# Something that is done to a service: give it a fresh disk.
verb-rebuild = Rebuild

# Something that is done to a service: make a backup.
verb-create-backup = Create backup

# Something that is done to a service: put a backup over the present data.
verb-restore-backup = Restore backup

# Something that is done to a service: set the name that an address leads back to.
verb-set-reverse-dns = Set reverse DNS

# Something that is done to a service: give it a new password.
verb-reset-credentials = Reset password

# What hard stop does.
hard-stop-help = Hard stop cuts the power at once. Unsaved data is lost.

# How far an operation is: nobody has begun.
status-waiting = Waiting

# How far an operation is: somebody is at it.
status-running = In progress

# How far an operation is: so much is done.
# $percent (Number)
status-percent = In progress, { $percent }%

# How far an operation is: it was done.
status-done = Done

# How far an operation is: it was not done.
status-failed = Failed

# How far an operation is: nobody can tell.
status-unknown = Outcome unknown

# What that means.
unknown-help = The system that runs this service did not say what came of it. Check the service before you try again.

# Why an operation failed: the machine is not in a state for it.
reason-wrong-state = The service isn’t in a state in which that can be done. Perhaps it runs already, or is switched off.

# Why an operation failed: something else is being done to the machine.
reason-busy = Something else was being done to the service. Try again in a few minutes.

# Why an operation failed: the machine's system did not react.
reason-no-reaction = The service’s system did not react in time. You can hard stop it.

# Why an operation failed: the image is gone.
reason-image-gone = This image isn’t offered any more. Choose another one.

# Why an operation failed: the backup is gone.
reason-backup-gone = This backup isn’t there any more.

# Why an operation failed: the address is none of the machine's.
reason-address-gone = This address doesn’t belong to the service any more.

# Why an operation failed: there is no room.
reason-no-space = There is no space left for it.

# Why an operation failed: nobody knows the machine.
reason-machine-gone = The system that runs your services doesn’t know this one. Contact support.

# Why an operation failed: the service is another account's by now.
reason-moved = The service was moved to another account before it began. Nothing was done.

# Why an operation failed: whoever asked has lost the right.
reason-not-allowed = The right to do this was taken away before it began. Nothing was done.

# Why an operation failed: it cannot be done with such a machine.
reason-unsupported = This can’t be done with this service.

# Why an operation failed: the driver was not reached.
reason-unreachable = The system that runs this service couldn’t be reached. Nothing was done. Try again later.

# Why an operation failed: anything else.
reason-other = It didn’t work. Contact support if it happens again.

# Why power may not be changed now: something is under way.
problem-wait = Something is being done to this service. Wait until it has ended.

# Something is being done already: a problem.
# $name (String)
problem-busy = Something is being done to { $name } already. Wait until it has ended.

# The service is suspended or ended: a problem.
# $name (String)
problem-not-active = { $name } isn’t active, so nothing can be done to it.

# Such services have no such operation: a problem.
# $name (String)
problem-not-possible = This can’t be done with { $name }.

# The name typed is another one: a problem.
problem-other-name = This isn’t the name of the service. Type it exactly as it’s shown.

# Not a host name: a problem.
problem-not-a-host = Enter a host name, such as mail.example.com.

# The driver did not answer: a problem.
problem-no-answer = The system that runs this service doesn’t answer. Try again later.

# What is said once something was asked for.
# $what (String)
asked = { $what }: on its way.

# The page of the power of several services, and the way to it.
many = Power of several services

# Its lead.
many-lead = Choose services and what to do. Each is answered by itself.

# Heading of the boxes of services.
which = Services

# No service of this page can be started or stopped.
none-with-power = No service here can be started or stopped by you.

# What became of one of several services: it was asked for.
on-its-way = On its way

# The panel of what was done.
history = History

# Nothing was done yet.
no-history = Nothing has been done here yet.

# A column of the history: what was done.
what = Operation

# A column of the history: who asked.
who = By

# A column of the history: when.
when = When

# A column of the history: what came of it.
outcome = Outcome

# What is under way.
# $what (String)
# $who (String)
under-way = { $what }, asked for by { $who }

# The link that looks how far it is.
refresh = Refresh

# How many operations the history has.
# $count (Number)
count-exact = { $count ->
    [one] { $count } operation
   *[other] { $count } operations
}

# How many operations the history has, where they are more than are counted.
count-many = More than 1,000 operations

# Below a control that may not be used: how to ask for it.
# $what (String)
ask-for = Ask for “{ $what }”

# Nothing can be done to such a service here.
none = Nothing can be done to this service here.

# The page of rebuilding: lead.
rebuild-lead = The service gets a fresh disk. Everything on it is lost, and this can’t be undone.

# What it is rebuilt from: label.
image = System

# The SSH keys that may sign in afterwards: heading of the boxes.
keys = SSH keys

# What they are for.
keys-help = They can sign in once the service is rebuilt.

# There is nothing to rebuild it from.
no-images = There is no system to choose at the moment. Try again later.

# Typing the name of the service: label.
# $name (String)
type-name = Type “{ $name }” to confirm

# The page of backups: title.
backups = Backups

# The page of backups: lead.
backups-lead = Create a backup of the service, or put one over its present data.

# What a backup is called: label.
label = Name of the backup

# When a backup was made.
made = Created

# How large a backup is.
size = Size

# So many megabytes.
# $count (Number)
megabytes = { $count } MB

# There is no backup.
no-backups = There is no backup yet.

# The driver did not answer.
no-answer = The system that runs this service doesn’t answer at the moment. Try again later.

# Restoring a backup: title of its part.
# $label (String)
restore-title = Restore “{ $label }”

# What restoring does.
restore-lead = The present data of the service is replaced by the backup. What has changed since is lost.

# The page of reverse DNS: title.
reverse-dns = Reverse DNS

# The page of reverse DNS: lead.
reverse-dns-lead = The host name that each address of the service leads back to.

# The host name of an address: label.
# $address (String)
host-of = Host name of { $address }

# Where it is left empty.
host-help = Leave it empty for the provider’s own name.

# The button.
save = Save

# The part of the password: title.
credentials = Credentials

# What happens with it.
credentials-help = They’re shown once. The activity log says that you have seen them.

# The button that shows them.
show-credentials = Show credentials

# The name to sign in with.
user = User

# The password.
password = Password

# Copy it.
copy = Copy

# It was copied.
copied = Copied

# The button that opens the panel of the provider.
open-panel = Open panel

# What the log says: something was asked for.
# $what (String)
# $service (String)
log-asked = asked for “{ $what }” on { $service }

# What the log says: it was done.
# $what (String)
# $service (String)
log-finished = had “{ $what }” done on { $service }

# What the log says: it failed.
# $what (String)
# $service (String)
log-failed = asked for “{ $what }” on { $service }, which failed

# What the log says: nobody can tell.
# $what (String)
# $service (String)
log-unknown = asked for “{ $what }” on { $service }: outcome unknown

# What the log says: the credentials were shown.
# $service (String)
log-credentials = viewed the credentials of { $service }

# What the log says: the panel was opened.
# $service (String)
log-panel = opened the panel of { $service }

# What the log says where the service may not be named.
fact-asked = asked for an operation on a service

# What the log says where the service may not be named.
fact-finished = had an operation done on a service

# What the log says where the service may not be named.
fact-failed = asked for an operation on a service, which failed

# What the log says where the service may not be named.
fact-unknown = asked for an operation on a service: outcome unknown

# What the log says where the service may not be named.
fact-credentials = viewed the credentials of a service

# What the log says where the service may not be named.
fact-panel = opened the panel of a service
