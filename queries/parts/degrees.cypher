// Actors and places, each with how many ties it has in the whole graph.
// parameters: ids
// returns: id, name, label, kind, degree
MATCH (e:Entity)
WHERE e.id IN $ids
RETURN e.id AS id, e.name AS name, e.label AS label, e.kind AS kind,
    COUNT { (e)-[:BACKS|OPPOSES|CAPTURED|DEPLOYED_TO|LEADS|PART_OF]-() } AS degree
ORDER BY id
