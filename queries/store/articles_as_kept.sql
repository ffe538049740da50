-- Of these articles, those that are kept, as far as their particulars can change.
-- parameters: ids
-- returns: id, title, publisher, wire, origin, language, notes
SELECT id, title, publisher, wire, origin, language, notes FROM article WHERE id IN (SELECT value FROM json_each(:ids))
