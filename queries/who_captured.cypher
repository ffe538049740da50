// The claims about who took, held, besieged or lost a place, in order of when it happened.
// parameters: place, after_moment, after_id, limit
// returns: id, moment
MATCH (:Place {id: $place})<-[:OBJECT]-(c:Claim {relation: 'captured'})
WITH c.id AS id, coalesce(c.event_until, c.event_from, c.published, '~') AS moment
WHERE moment > $after_moment OR (moment = $after_moment AND id > $after_id)
RETURN id, moment ORDER BY moment, id LIMIT $limit
