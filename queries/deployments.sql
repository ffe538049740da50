-- The ties of deployed-to: of these actors, to this place, or (given: actor, place, both) of them to it, heaviest first.
-- parameters: given, actors, place, after_weight, after_key, limit
-- returns: tie
SELECT payload AS tie FROM tie
WHERE relation = 'deployed-to'
    AND (
        (
            subject IN (SELECT value FROM json_each(:actors))
            AND (:given = 'actor' OR (:given = 'both' AND object = :place))
        )
        OR (object = :place AND :given = 'place')
    )
    AND (weight < :after_weight OR (weight = :after_weight AND key > :after_key))
ORDER BY weight DESC, key LIMIT :limit
