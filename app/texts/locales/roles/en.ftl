### The words of the page Roles, and of named sets of rights.

# The page, and its tab.
title = Roles
lead = Roles and templates of this account, and which roles managers can assign.
# After a change.
changed = Change saved.
# Keeps what was typed or ticked.
save = Save
hand-out = Roles managers can assign
# What the list does.
hand-out-lead = Managers can assign these roles to anyone, themselves included, plus any right they have. Owners can assign everything.
own-roles = Custom roles
# What they are.
own-roles-lead = Changing a role changes it for everyone who has it. To create one, open a person and choose Save as template or role.
# There are none.
no-own-roles = No custom roles yet.
# How many rights it gives, and how many people have it.
# $rights (Number)
# $people (Number)
role-note = { $rights ->
    [one] { $rights } right
   *[other] { $rights } rights
} · { $people ->
    [0] not used yet
    [one] { $people } person has it
   *[other] { $people } people have it
}
templates = Custom templates
# What they are.
templates-lead = Starting points for new people. Later changes don’t affect people already added. To create one, open a person and choose Save as template or role.
# There are none.
no-templates = No custom templates yet.
# How many rights it ticks, and how many people began with it.
# $rights (Number)
# $people (Number)
template-note = { $rights ->
    [one] { $rights } right
   *[other] { $rights } rights
} · { $people ->
    [0] not used yet
    [one] used for { $people } person
   *[other] used for { $people } people
}
# Opens its page: the button says this alone, and its name says of what.
change = Edit
# Opens its page.
# $name (String)
change-of = Edit { $name }
# Opens the question.
# $name (String)
delete-of = Delete { $name }
# What deleting a template does, with how many people began with it.
# $people (Number)
delete-text = { $people ->
    [0] Nobody was added with this template. Delete it?
    [one] One person was added with this template. They keep their rights.
   *[other] { $people } people were added with this template. They keep their rights.
}
# What deleting a role does, with how many people have it.
# $people (Number)
delete-role-text = { $people ->
    [0] Nobody has this role. Delete it?
    [one] One person has this role and loses its rights immediately.
   *[other] { $people } people have this role and lose its rights immediately.
}
# The button on a person's page.
save-as = Save as template or role
# What it does.
save-as-help = Saves account-wide rights and rights on all services. Rights on individual services are not included.
template-name = Name
# Field: template or role.
kind = Type
# It is copied.
as-template = Template: a starting point, edited per person
# It stays linked.
as-role = Role: shared, edits apply to everyone
template-page = Template
# What changing one does.
template-page-lead = A starting point. Changes don’t affect people already added.
role-page = Role
# What changing one does.
role-page-lead = Shared. Changes apply to everyone who has it.
# Who has the role: title.
people = People with this role
# Nobody has it.
nobody = Nobody yet.
# There are more than those named.
# $count (Number)
more = and { $count } more
# Somebody else changed it meanwhile.
overtaken = Somebody else saved changes in the meantime. Nothing was saved. Reload the page to see them.
# What the log says of a fact of roles and templates.
fact-hand-out-changed = changed the roles managers can assign
# What the log says of a fact of roles and templates.
fact-template-changed = changed the templates of the account
# What the log says of a fact of roles and templates.
fact-changed = changed a role of the account, held by:
# What is wrong with a template or a role.
problem-taken-name = A template of this account already has this name.
# What is wrong with a template or a role.
# $max (Number)
problem-too-many-templates = An account can have { $max } templates. Delete one first.
