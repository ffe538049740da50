-- Of some ties, those that are kept, with what their claims add up to.
-- parameters: keys
-- returns: key, tally
SELECT key, tally FROM tie WHERE key IN (SELECT value FROM json_each(:keys))
