// The ties of the whole graph, heaviest first, without what is told of them.
// parameters: after_weight, after_key, limit
// returns: key, subject, object, weight
MATCH (:Actor)-[t:BACKS|OPPOSES|CAPTURED|DEPLOYED_TO|LEADS|PART_OF]->(:Entity)
WHERE t.weight < $after_weight OR (t.weight = $after_weight AND t.key > $after_key)
RETURN t.key AS key, t.subject AS subject, t.object AS object, t.weight AS weight
ORDER BY weight DESC, key LIMIT $limit
