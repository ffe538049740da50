-- Actors and places with a name that begins so: each once, by that of its names which comes first; the equal name first, then those with most ties.
-- parameters: norm, family, limit
-- returns: id, name, label, kind, norm, matched, ties
SELECT id, name, label, kind, norm, matched,
    (SELECT COUNT(*) FROM tie WHERE subject = f.id) + (SELECT COUNT(*) FROM tie WHERE object = f.id) AS ties
FROM (
    SELECT e.id, e.name, e.label, e.kind, MIN(n.norm) AS norm, n.name AS matched
    FROM name AS n JOIN entity AS e ON e.id = n.entity
    WHERE n.norm >= :norm AND n.norm < :norm || char(1114111) AND :family IN ('', e.family)
    GROUP BY e.id
) AS f
ORDER BY norm = :norm DESC, ties DESC, norm, id LIMIT :limit
