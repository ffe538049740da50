// The ties with these keys. A key is `subject relation object`, and ids hold no blank.
// parameters: keys
// returns: tie
UNWIND $keys AS key
WITH key, split(key, ' ') AS part
MATCH (:Actor {id: part[0]})-[t:BACKS|OPPOSES|CAPTURED|DEPLOYED_TO|LEADS|PART_OF]->(:Entity {id: part[2]})
WHERE t.key = key
RETURN t.payload AS tie ORDER BY t.key
