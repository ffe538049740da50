// Remove the names of actors and places.
// parameters: ids
// returns:
MATCH (n:Name)-[:NAMES]->(e:Entity) WHERE e.id IN $ids DETACH DELETE n
