-- Keep one name of an actor or place, in the form in which names are compared.
-- parameters: norm, entity, name
-- returns:
INSERT INTO name (norm, entity, name) VALUES (:norm, :entity, :name)
ON CONFLICT (norm, entity) DO NOTHING
