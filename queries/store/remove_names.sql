-- Remove the names of actors and places.
-- parameters: ids
-- returns:
DELETE FROM name WHERE entity IN (SELECT value FROM json_each(:ids))
