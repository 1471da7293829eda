### The words of the filters of My Services.

any-kind = Alle Typen
states = Zustand
any-state = Jeder Zustand
sort-name = Name, A bis Z
sort-name-down = Name, Z bis A
sort-expires = Ablauf, früheste zuerst
sort-expires-down = Ablauf, späteste zuerst
sort-due = Fälligkeit, früheste zuerst
sort-due-down = Fälligkeit, späteste zuerst
