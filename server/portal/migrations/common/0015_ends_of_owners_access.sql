-- The access of an owner does not end. When it would as a contact is kept here meanwhile, and holds again once they are
-- one.
ALTER TABLE contacts ADD COLUMN ends_at_as_contact BIGINT;
