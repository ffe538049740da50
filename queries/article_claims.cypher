// The claims that stand in one article, in the order of its text; moment is the offset, as text of one length.
// parameters: article, after_moment, after_id, limit
// returns: id, moment
MATCH (c:Claim {article: $article})
WITH c.id AS id, right('000000000000' + toString(c.start_offset), 12) AS moment
WHERE moment > $after_moment OR (moment = $after_moment AND id > $after_id)
RETURN id, moment ORDER BY moment, id LIMIT $limit
