-- An account's own sets of rights are copied when picked, or stay linked: templates and roles. Whoever has such a role has
-- a grant of kind 'role' with its id as key.
ALTER TABLE account_templates ADD COLUMN kind TEXT NOT NULL DEFAULT 'template' CHECK (kind IN ('template', 'role'));
CREATE INDEX grants_by_role ON grants (account_id, key) WHERE kind = 'role';
