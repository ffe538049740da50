// The ties by which someone opposes one of these actors, or (either_way 1) it opposes someone, heaviest first.
// parameters: actors, either_way, after_weight, after_key, limit
// returns: tie
MATCH (actor:Actor)-[t:OPPOSES]-(:Actor)
WHERE actor.id IN $actors AND (t.object = actor.id OR $either_way = 1)
    AND (t.weight < $after_weight OR (t.weight = $after_weight AND t.key > $after_key))
WITH DISTINCT t
RETURN t.payload AS tie ORDER BY t.weight DESC, t.key LIMIT $limit
