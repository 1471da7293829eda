### Light or dark: the words of its panel on My Account.

heading = Darstellung
lead = Helle oder dunkle Farben in diesem Browser.
system = System
light = Hell
dark = Dunkel
