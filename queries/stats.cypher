// How many ties there are of each relation and status.
// parameters:
// returns: relation, status, ties
MATCH (:Actor)-[t:BACKS|OPPOSES|CAPTURED|DEPLOYED_TO|LEADS|PART_OF]->(:Entity)
RETURN t.relation AS relation, t.status AS status, count(t) AS ties ORDER BY relation, status
