### The words of the console of a service.

# The title of the document.
# $name (String)
title = Console of { $name }
# Leads to it.
open-console = Open console
# Leads back to the page of the service.
back = Back to the service
# The label of the screen.
screen = Screen of the server
# The label of the bar with the buttons.
actions = What to do with the console
# Nobody may type: the badge.
view-only = View only
# Why the buttons do nothing.
view-only-help = You can watch this console. Typing needs the right “VNC Console”.
# Sends these keys.
ctrl-alt-del = Send Ctrl+Alt+Del
# Opens the window to paste text into.
paste = Paste text
# The title of that window.
paste-title = Paste text as keystrokes
# What it does.
paste-help = Each character is typed on the server’s keyboard. Up to 2,000 characters.
# The label of the field.
paste-text = Text
# The label of the choice of keyboards.
layout = Keyboard layout set on the server
# One of them.
layout-us = English (US)
# One of them.
layout-de = German
# About that choice.
layout-help = It decides which keys type your text. Your own keys are sent by their place on the keyboard where the server supports it: set their layout on the server.
# Types it.
paste-send = Type it
# Closes the window.
cancel = Cancel
# Fills the whole screen with the console, and ends that.
full-screen = Full screen
# Connects again.
reconnect = Reconnect
# How to get out of the screen without a pointer.
leave-help = All keys go to the server while the screen has the focus. Press Ctrl, Alt and Shift together to get back to the buttons.
# Without JavaScript.
needs-script = The console needs JavaScript. Turn it on in your browser, or use a VNC client if your provider offers that.
# The bundle was made without the program.
not-installed = This portal was built without the console. Ask your provider to install it.
# No driver shows a screen of this service.
no-screen-here = This service has no console here.

# The states, said as they come.
connecting = Connecting…
# The same.
open = Connected
# It is tried again by itself.
waiting = The connection broke. Trying again…
# The connection broke, and nothing more is known.
lost = The connection broke. Reconnect to go on.
# Left.
end-left = Disconnected.
# The machine closed it.
end-machine = The server closed the console. It may be off or rebooting.
# The screen could not be reached.
end-unreachable = The server’s screen can’t be reached right now. Try again in a moment.
# What was reached is no screen.
end-no-screen = This service has no screen that can be shown here.
# Nothing happened for long.
end-idle = Disconnected: nothing was shown or typed for 30 minutes.
# Open for as long as it may be.
end-too-long = Disconnected after 12 hours. Reconnect to go on.
# The portal stops.
end-stopping = The portal is restarting.
# Something strange came from the browser.
end-misuse = Disconnected: the browser sent something that is not part of a console.
# Nobody can tell whether it may stay open.
end-unsure = Disconnected: the portal couldn’t check your rights. Try again in a moment.
# The session has ended.
end-signed-out = Your session has ended. Sign in again to open the console.
# The right is gone.
end-no-access = You can’t use this console any more: your access was changed or has ended.
# The account was suspended or closed.
end-account-stopped = The account was suspended or closed, so the console was closed.
# The provider stopped the service.
end-service-stopped = The service was suspended or has ended, so the console was closed.
# The service is elsewhere.
end-moved = The service was moved, so the console was closed.
# No such ticket.
end-no-ticket = The console couldn’t be opened. Reconnect to try again.
# As many as there may be.
end-too-many = Too many consoles are open. Close one and reconnect.

# The log, after who did it: of a service that the reader does not see.
fact-opened = opened the console of a service
# The same.
fact-closed = left the console of a service
# The same of one that they see.
# $service (String)
log-opened = opened the console of { $service }
# The same.
# $service (String)
log-closed = left the console of { $service }
