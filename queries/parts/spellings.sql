-- Every name of some actors and places, in its own spelling, and how many ties they have.
-- parameters: ids
-- returns: id, name, label, kind, norm, matched, ties
SELECT e.id, e.name, e.label, e.kind, n.norm, n.name AS matched,
    (SELECT COUNT(*) FROM tie WHERE subject = e.id) + (SELECT COUNT(*) FROM tie WHERE object = e.id) AS ties
FROM entity AS e JOIN name AS n ON n.entity = e.id
WHERE e.id IN (SELECT value FROM json_each(:ids)) ORDER BY e.id, n.norm
