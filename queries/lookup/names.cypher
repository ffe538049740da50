// Every name in the graph, to look for those that come closest.
// parameters:
// returns: norm, id, name, label, kind
MATCH (n:Name)-[:NAMES]->(e:Entity)
RETURN n.norm AS norm, e.id AS id, e.name AS name, e.label AS label, e.kind AS kind ORDER BY norm, id
