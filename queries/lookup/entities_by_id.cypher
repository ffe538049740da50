// Actors and places by id.
// parameters: ids
// returns: id, name, label, kind, payload
MATCH (e:Entity) WHERE e.id IN $ids
RETURN e.id AS id, e.name AS name, e.label AS label, e.kind AS kind, e.payload AS payload ORDER BY id
