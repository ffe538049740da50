// The ties by which one of these actors backs someone, heaviest first.
// parameters: actors, after_weight, after_key, limit
// returns: tie
MATCH (subject:Actor)-[t:BACKS]->(:Actor)
WHERE subject.id IN $actors
    AND (t.weight < $after_weight OR (t.weight = $after_weight AND t.key > $after_key))
RETURN t.payload AS tie ORDER BY t.weight DESC, t.key LIMIT $limit
