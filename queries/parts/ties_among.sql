-- The keys of the ties of these relations and statuses whose ends are both among these actors and places, heaviest first.
-- parameters: ids, relations, statuses
-- returns: key
SELECT key FROM tie
WHERE subject IN (SELECT value FROM json_each(:ids))
    AND object IN (SELECT value FROM json_each(:ids))
    AND relation IN (SELECT value FROM json_each(:relations))
    AND status IN (SELECT value FROM json_each(:statuses))
ORDER BY weight DESC, key
