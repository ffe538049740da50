-- Of these actors and places, those that no claim names any more.
-- parameters: ids
-- returns: id
SELECT e.value AS id FROM json_each(:ids) AS e
WHERE NOT EXISTS (SELECT 1 FROM tie WHERE subject = e.value)
    AND NOT EXISTS (SELECT 1 FROM tie WHERE object = e.value)
    AND NOT EXISTS (SELECT 1 FROM claim WHERE speaker_id = e.value)
    AND NOT EXISTS (SELECT 1 FROM claim WHERE place = e.value)
