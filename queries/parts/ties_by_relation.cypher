// The heaviest ties of an actor or place, so many of each relation and side, and how many there are.
// parameters: entity, limit
// returns: relation, side, total, tie
MATCH (e:Entity {id: $entity})-[t:BACKS|OPPOSES|CAPTURED|DEPLOYED_TO|LEADS|PART_OF]-(:Entity)
WITH t, CASE WHEN t.subject = $entity THEN 'subject' ELSE 'object' END AS side
ORDER BY t.weight DESC, t.key
WITH t.relation AS relation, side, collect(t) AS ties
UNWIND ties[..$limit] AS t
RETURN relation, side, size(ties) AS total, t.payload AS tie
ORDER BY relation, side, t.weight DESC, t.key
