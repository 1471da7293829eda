### The names of operations on services, each with one line on what it allows.

# Start, stop and reboot.
power = Power Management
# What that allows.
power-help = Start, stop and reboot.
# Reinstall, losing the data.
rebuild = Rebuild
# What that allows.
rebuild-help = Reinstall the service; its data is lost.
# See the console.
console-view = View Console
# What that allows.
console-view-help = Watch the console without typing.
# Use the console, typing.
console = VNC Console
# What that allows.
console-help = Use the console with keyboard and mouse.
# Make backups.
backup = Create Backups
# What that allows.
backup-help = Make backups of the service.
# Restore a backup over the present data.
restore = Restore Backups
# What that allows.
restore-help = Replace the current data with a backup.
# Reverse DNS, firewall, addresses.
network = Network
# What that allows.
network-help = Reverse DNS, firewall and addresses.
# See and reset the service's passwords.
credentials = Service Passwords
# What that allows.
credentials-help = See and reset the service’s passwords.
# Open the service's own panel.
sso = Service Panel
# What that allows.
sso-help = Open the service’s own control panel.
# Upgrade and downgrade.
upgrade = Upgrade and Downgrade
# What that allows.
upgrade-help = Change the size of the service, and its price.
# Request cancellation.
cancel = Request Cancellation
# What that allows.
cancel-help = Ask for the service to be ended.
# Extend the service.
renew = Renew
# What that allows.
renew-help = Extend the service.
