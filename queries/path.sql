-- The ties with these keys. A key is `subject relation object`, and ids hold no blank.
-- parameters: keys
-- returns: tie
SELECT payload AS tie FROM tie WHERE key IN (SELECT value FROM json_each(:keys)) ORDER BY key
