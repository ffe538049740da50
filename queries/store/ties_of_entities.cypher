// The keys of the ties that touch some actors or places.
// parameters: ids
// returns: key
MATCH (e:Entity)-[t:BACKS|OPPOSES|CAPTURED|DEPLOYED_TO|LEADS|PART_OF]-() WHERE e.id IN $ids
RETURN DISTINCT t.key AS key
