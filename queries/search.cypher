// Actors and places with a name that begins so: each once, by that of its names which comes first; the equal name first, then those with most ties.
// parameters: norm, family, limit
// returns: id, name, label, kind, norm, matched, ties
MATCH (n:Name)-[:NAMES]->(e:Entity)
WHERE n.norm STARTS WITH $norm AND $family IN ['', e.family]
WITH e, n ORDER BY n.norm
WITH e, head(collect(n)) AS n
WITH e, n, COUNT { (e)-[:BACKS|OPPOSES|CAPTURED|DEPLOYED_TO|LEADS|PART_OF]-() } AS ties
RETURN e.id AS id, e.name AS name, e.label AS label, e.kind AS kind, n.norm AS norm, n.name AS matched, ties
ORDER BY norm = $norm DESC, ties DESC, norm, id LIMIT $limit
