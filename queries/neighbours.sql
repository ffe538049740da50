-- The ties of these relations and statuses that touch one of these actors and places, heaviest first, without what is told of them.
-- parameters: ids, relations, statuses
-- returns: key, subject, object, weight
SELECT key, subject, object, weight FROM (
    SELECT key, subject, object, weight, relation, status FROM tie
    WHERE subject IN (SELECT value FROM json_each(:ids))
    UNION
    SELECT key, subject, object, weight, relation, status FROM tie
    WHERE object IN (SELECT value FROM json_each(:ids))
)
WHERE relation IN (SELECT value FROM json_each(:relations))
    AND status IN (SELECT value FROM json_each(:statuses))
ORDER BY weight DESC, key
