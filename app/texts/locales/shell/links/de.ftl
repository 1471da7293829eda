### The provider's pages elsewhere, in the foot of every page.

imprint = Impressum
privacy = Datenschutz
terms = AGB
