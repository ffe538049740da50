// Every name of some actors and places, in its own spelling, and how many ties they have.
// parameters: ids
// returns: id, name, label, kind, norm, matched, ties
MATCH (n:Name)-[:NAMES]->(e:Entity)
WHERE e.id IN $ids
RETURN e.id AS id, e.name AS name, e.label AS label, e.kind AS kind, n.norm AS norm, n.name AS matched,
    COUNT { (e)-[:BACKS|OPPOSES|CAPTURED|DEPLOYED_TO|LEADS|PART_OF]-() } AS ties
ORDER BY id, norm
