-- Remove ties that no claim speaks about any more.
-- parameters: keys
-- returns:
DELETE FROM tie WHERE key IN (SELECT value FROM json_each(:keys))
