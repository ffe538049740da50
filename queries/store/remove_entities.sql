-- Remove actors and places, once their names are gone.
-- parameters: ids
-- returns:
DELETE FROM entity WHERE id IN (SELECT value FROM json_each(:ids))
