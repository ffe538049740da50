// Actors and places that go by exactly this name, compared in its normal form.
// parameters: norm
// returns: id, name, label, kind, payload
MATCH (:Name {norm: $norm})-[:NAMES]->(e:Entity)
RETURN e.id AS id, e.name AS name, e.label AS label, e.kind AS kind, e.payload AS payload ORDER BY id
