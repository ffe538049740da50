-- The ties by which someone opposes one of these actors, or (either_way 1) it opposes someone, heaviest first.
-- parameters: actors, either_way, after_weight, after_key, limit
-- returns: tie
SELECT payload AS tie FROM tie
WHERE relation = 'opposes'
    AND (
        object IN (SELECT value FROM json_each(:actors))
        OR (subject IN (SELECT value FROM json_each(:actors)) AND :either_way = 1)
    )
    AND (weight < :after_weight OR (weight = :after_weight AND key > :after_key))
ORDER BY weight DESC, key LIMIT :limit
