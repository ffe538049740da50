-- The ties by which someone backs one of these actors, heaviest first.
-- parameters: actors, after_weight, after_key, limit
-- returns: tie
SELECT payload AS tie FROM tie
WHERE relation = 'backs' AND object IN (SELECT value FROM json_each(:actors))
    AND (weight < :after_weight OR (weight = :after_weight AND key > :after_key))
ORDER BY weight DESC, key LIMIT :limit
