### The provider's pages elsewhere, in the foot of every page.

# Who the provider is.
imprint = Imprint

# What becomes of data about people.
privacy = Privacy

# On what terms the provider works.
terms = Terms
