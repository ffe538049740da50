// The claims about one tie, first published first, undated ones last.
// parameters: tie, after_moment, after_id, limit
// returns: id, moment
MATCH (c:Claim {tie: $tie})
WITH c.id AS id, coalesce(c.published, '~') AS moment
WHERE moment > $after_moment OR (moment = $after_moment AND id > $after_id)
RETURN id, moment ORDER BY moment, id LIMIT $limit
