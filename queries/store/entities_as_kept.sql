-- Of these actors and places, those that are kept.
-- parameters: ids
-- returns: id, name, label, kind, reviewed, payload
SELECT id, name, label, kind, reviewed, payload FROM entity WHERE id IN (SELECT value FROM json_each(:ids))
