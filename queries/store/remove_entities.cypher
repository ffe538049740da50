// Remove actors and places, once their names are gone.
// parameters: ids
// returns:
MATCH (e:Entity) WHERE e.id IN $ids DELETE e
