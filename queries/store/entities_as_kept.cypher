// Of these actors and places, those that are kept.
// parameters: ids
// returns: id, name, label, kind, reviewed, payload
MATCH (e:Entity) WHERE e.id IN $ids
RETURN e.id AS id, e.name AS name, e.label AS label, e.kind AS kind, toInteger(e.reviewed) AS reviewed, e.payload AS payload
