### The words of the page Access rules, and of named sets of rights.

# The page, and the button that leads to it.
title = Access rules
lead = What managers may hand out, roles and templates of your own, and who owns this account.
# After a change.
changed = The change is saved.
# Keeps what was typed or ticked.
save = Save
hand-out = Roles that managers may hand out
# What the list does.
hand-out-lead = Managers give what they hold themselves, and the roles ticked here, to others and to themselves. Owners may always give everything.
own-roles = Roles of this account
# What they are.
own-roles-lead = They stand among the roles and stay linked: what you change here changes at once for everybody who has one. To make one, open a person and choose Save as template or role.
# There are none.
no-own-roles = There are none yet.
# How many rights it gives, and how many people have it.
# $rights (Number)
# $people (Number)
role-note = { $people ->
    [0] { $rights } rights; nobody has it.
    [one] { $rights } rights; { $people } person has it.
   *[other] { $rights } rights; { $people } people have it.
}
templates = Templates of this account
# What they are.
templates-lead = They stand in the picker after the built-in ones and are copied when picked. To make one, open a person and choose Save as template or role.
# There are none.
no-templates = There are none yet.
# How many rights it ticks, and how many people began with it.
# $rights (Number)
# $people (Number)
template-note = { $people ->
    [0] { $rights } rights; nobody began with it.
    [one] { $rights } rights; { $people } person began with it.
   *[other] { $rights } rights; { $people } people began with it.
}
# Opens its page.
# $name (String)
change-of = Change { $name }
# Opens the question.
# $name (String)
delete-of = Delete { $name }
# What deleting a template does, with how many people began with it.
# $people (Number)
delete-text = { $people ->
    [0] Nobody began with this template. It leaves the picker.
    [one] One person began with this template. They keep the rights they have; the template leaves the picker, and their access is then shown by its rights.
   *[other] { $people } people began with this template. They keep the rights they have; the template leaves the picker, and their access is then shown by its rights.
}
# What deleting a role does, with how many people have it.
# $people (Number)
delete-role-text = { $people ->
    [0] Nobody has this role.
    [one] One person has this role and loses what it gives, at once.
   *[other] { $people } people have this role and lose what it gives, at once.
}
# The button on a person's page.
save-as = Save as template or role
# What it does.
save-as-help = Keeps the rights on the account and on all services, those of roles included, to be given to others. Rights on single services are not part of it.
template-name = Name
# Field: template or role.
kind = Keep as
# It is copied.
as-template = Template: copied when picked, changed for each person
# It stays linked.
as-role = Role: stays linked, changed for everybody who has it
template-page = Template
# What changing one does.
template-page-lead = It is copied when picked: whoever began with it keeps what they have.
role-page = Role
# What changing one does.
role-page-lead = It is linked: what you change here changes at once for everybody who has it.
# Who has the role: title.
people = Who has it
# Nobody has it.
nobody = Nobody yet.
# There are more than those named.
# $count (Number)
more = and { $count } more
# Somebody else changed it meanwhile.
overtaken = Somebody else changed this meanwhile. Nothing was saved. Open the page again to see what it is now.
# What the log says of a fact of roles and templates.
fact-hand-out-changed = changed the roles that managers may hand out
# What the log says of a fact of roles and templates.
fact-template-changed = changed the templates of the account
# What the log says of a fact of roles and templates.
fact-changed = changed a role of the account, which had:
# What is wrong with a template or a role.
problem-taken-name = A template of this account has this name.
# What is wrong with a template or a role.
# $max (Number)
problem-too-many-templates = An account can keep { $max } templates. Delete one first.
