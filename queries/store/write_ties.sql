-- Keep what the claims about one subject, relation and object amount to.
-- parameters: key, subject, relation, object, status, weight, payload, tally
-- returns:
INSERT INTO tie (key, subject, relation, object, status, weight, payload, tally)
VALUES (:key, :subject, :relation, :object, :status, :weight, :payload, :tally)
ON CONFLICT (key) DO UPDATE SET status = excluded.status, weight = excluded.weight, payload = excluded.payload,
    tally = excluded.tally
