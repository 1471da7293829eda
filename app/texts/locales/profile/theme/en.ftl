### Light or dark: the words of its panel on My Account.

# The heading.
heading = Appearance
# What it applies to.
lead = Light or dark colours in this browser.
# As the system says.
system = System
# Light colours.
light = Light
# Dark colours.
dark = Dark
