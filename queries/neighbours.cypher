// The ties of these relations and statuses that touch one of these actors and places, heaviest first, without what is told of them.
// parameters: ids, relations, statuses
// returns: key, subject, object, weight
MATCH (e:Entity)-[t:BACKS|OPPOSES|CAPTURED|DEPLOYED_TO|LEADS|PART_OF]-(:Entity)
WHERE e.id IN $ids AND t.relation IN $relations AND t.status IN $statuses
RETURN DISTINCT t.key AS key, t.subject AS subject, t.object AS object, t.weight AS weight
ORDER BY weight DESC, key
