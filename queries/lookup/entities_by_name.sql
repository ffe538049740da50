-- Actors and places that go by exactly this name, compared in its normal form.
-- parameters: norm
-- returns: id, name, label, kind, payload
SELECT e.id, e.name, e.label, e.kind, e.payload FROM name AS n JOIN entity AS e ON e.id = n.entity
WHERE n.norm = :norm ORDER BY e.id
