// Of these actors and places, those that no claim names any more.
// parameters: ids
// returns: id
MATCH (e:Entity) WHERE e.id IN $ids AND NOT EXISTS { (e)<-[:SUBJECT|OBJECT|AT|SAID_BY]-() }
RETURN e.id AS id
