// The actors of which the registry may say that they lead or belong to one: those whose payload holds the mark.
// parameters: mark
// returns: id, name, label, kind, payload
MATCH (e:Actor)
WHERE e.payload CONTAINS $mark
RETURN e.id AS id, e.name AS name, e.label AS label, e.kind AS kind, e.payload AS payload ORDER BY id
