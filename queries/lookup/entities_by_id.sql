-- Actors and places by id.
-- parameters: ids
-- returns: id, name, label, kind, payload
SELECT id, name, label, kind, payload FROM entity WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id
