-- The keys of the ties that touch some actors or places.
-- parameters: ids
-- returns: key
SELECT key FROM tie WHERE subject IN (SELECT value FROM json_each(:ids))
UNION SELECT key FROM tie WHERE object IN (SELECT value FROM json_each(:ids))
