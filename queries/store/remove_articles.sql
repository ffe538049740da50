-- Remove articles by id, once their claims are gone.
-- parameters: ids
-- returns:
DELETE FROM article WHERE id IN (SELECT value FROM json_each(:ids))
