-- Remove claims by id.
-- parameters: ids
-- returns:
DELETE FROM claim WHERE id IN (SELECT value FROM json_each(:ids))
