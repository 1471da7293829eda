-- Every word that is searched has a space before it, the first one too.
UPDATE contacts SET search_text = ' ' || search_text;
