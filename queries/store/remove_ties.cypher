// Remove ties that no claim speaks about any more; a key is the ids of both ends and the relation between.
// parameters: keys
// returns:
UNWIND $keys AS key
WITH key, split(key, ' ') AS part
MATCH (subject:Entity {id: part[0]})-[t:BACKS|OPPOSES|CAPTURED|DEPLOYED_TO|LEADS|PART_OF]->(object:Entity {id: part[2]})
USING INDEX SEEK subject:Entity(id)
WHERE t.key = key
DELETE t
