-- By last name first: what lists of people are sorted by. Opening the database works it out for those who have none yet, for
-- SQL can't fold letters; until then they stand first.
ALTER TABLE contacts ADD COLUMN sort_surname TEXT NOT NULL DEFAULT '';
CREATE INDEX contacts_by_surname ON contacts (account_id, rank, sort_surname, id);
CREATE INDEX contacts_without_surname ON contacts (account_id, id) WHERE sort_surname = '';

-- Who could get mails and gets none, because nobody chose which.
CREATE INDEX contacts_without_mails ON contacts (account_id, id)
    WHERE notifications_set = 0 AND rank = 1 AND state IN ('active', 'contact_only');

-- No list is sorted by first name any more.
DROP INDEX contacts_by_name;
