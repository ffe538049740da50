// The keys of the ties of these relations and statuses whose ends are both among these actors and places, heaviest first.
// parameters: ids, relations, statuses
// returns: key
MATCH (subject:Actor)-[t:BACKS|OPPOSES|CAPTURED|DEPLOYED_TO|LEADS|PART_OF]->(:Entity)
WHERE subject.id IN $ids AND t.object IN $ids AND t.relation IN $relations AND t.status IN $statuses
RETURN t.key AS key ORDER BY t.weight DESC, key
