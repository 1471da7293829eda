-- Who gets the mails of a category.
CREATE INDEX notification_choices_by_category ON notification_choices (account_id, category, contact_id);

-- What a mail is about, where it goes by choice: asked again when it is sent. About whom: who may be told although they
-- may not look at others.
ALTER TABLE outbox ADD COLUMN category TEXT;
ALTER TABLE outbox ADD COLUMN about_contact TEXT;
