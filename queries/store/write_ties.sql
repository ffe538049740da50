-- Keep what the claims about one subject, relation and object amount to.
-- parameters: key, subject, relation, object, status, weight, payload
-- returns:
INSERT INTO tie (key, subject, relation, object, status, weight, payload)
VALUES (:key, :subject, :relation, :object, :status, :weight, :payload)
ON CONFLICT (key) DO UPDATE SET status = excluded.status, weight = excluded.weight, payload = excluded.payload
