-- Every name in the graph, to look for those that come closest.
-- parameters:
-- returns: norm, id, name, label, kind
SELECT n.norm, e.id, e.name, e.label, e.kind FROM name AS n JOIN entity AS e ON e.id = n.entity
ORDER BY n.norm, e.id
