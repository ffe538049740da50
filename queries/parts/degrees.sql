-- Actors and places, each with how many ties it has in the whole graph.
-- parameters: ids
-- returns: id, name, label, kind, degree
SELECT id, name, label, kind,
    (SELECT COUNT(*) FROM tie WHERE subject = entity.id) + (SELECT COUNT(*) FROM tie WHERE object = entity.id) AS degree
FROM entity WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id
