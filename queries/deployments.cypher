// The ties of deployed-to: of these actors, to this place, or (given: actor, place, both) of them to it, heaviest first.
// parameters: given, actors, place, after_weight, after_key, limit
// returns: tie
CALL () {
    MATCH (actor:Actor)-[t:DEPLOYED_TO]->(place:Place)
    WHERE actor.id IN $actors AND ($given = 'actor' OR ($given = 'both' AND place.id = $place))
    RETURN t
    UNION ALL
    MATCH (:Actor)-[t:DEPLOYED_TO]->(place:Place {id: $place})
    WHERE $given = 'place'
    RETURN t
}
WITH t
WHERE t.weight < $after_weight OR (t.weight = $after_weight AND t.key > $after_key)
RETURN t.payload AS tie ORDER BY t.weight DESC, t.key LIMIT $limit
