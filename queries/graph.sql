-- The ties of the whole graph, heaviest first, without what is told of them.
-- parameters: after_weight, after_key, limit
-- returns: key, subject, object, weight
SELECT key, subject, object, weight FROM tie
WHERE weight < :after_weight OR (weight = :after_weight AND key > :after_key)
ORDER BY weight DESC, key LIMIT :limit
