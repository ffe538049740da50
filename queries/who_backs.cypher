// The ties by which someone backs one of these actors, heaviest first.
// parameters: actors, after_weight, after_key, limit
// returns: tie
MATCH (backed:Entity)<-[t:BACKS]-() WHERE backed.id IN $actors
    AND (t.weight < $after_weight OR (t.weight = $after_weight AND t.key > $after_key))
RETURN t.payload AS tie ORDER BY t.weight DESC, t.key LIMIT $limit
