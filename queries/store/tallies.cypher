// Of some ties, those that are kept, with what their claims add up to; a key is the ids of both ends and the relation
// between. The hints: see write_ties.
// parameters: keys
// returns: key, tally
UNWIND $keys AS key
WITH key, split(key, ' ') AS part
MATCH (subject:Entity {id: part[0]}) USING INDEX SEEK subject:Entity(id)
MATCH (object:Entity {id: part[2]}) USING INDEX SEEK object:Entity(id)
MATCH (subject)-[t:BACKS|OPPOSES|CAPTURED|DEPLOYED_TO|LEADS|PART_OF]->(object) WHERE t.key = key
RETURN key, t.tally AS tally
