-- Keep an actor or place as given.
-- parameters: id, family, name, label, kind, reviewed, payload
-- returns:
INSERT INTO entity (id, family, name, label, kind, reviewed, payload)
VALUES (:id, :family, :name, :label, :kind, :reviewed, :payload)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, label = excluded.label, kind = excluded.kind,
    reviewed = excluded.reviewed, payload = excluded.payload
