-- The heaviest ties of an actor or place, so many of each relation and side, and how many there are.
-- parameters: entity, limit
-- returns: relation, side, total, tie
SELECT f.relation, f.side, f.total, t.payload AS tie FROM (
    SELECT key, relation, 'subject' AS side, ROW_NUMBER() OVER (PARTITION BY relation ORDER BY weight DESC, key) AS nth,
        COUNT(*) OVER (PARTITION BY relation) AS total
    FROM tie WHERE subject = :entity
    UNION ALL
    SELECT key, relation, 'object' AS side, ROW_NUMBER() OVER (PARTITION BY relation ORDER BY weight DESC, key) AS nth,
        COUNT(*) OVER (PARTITION BY relation) AS total
    FROM tie WHERE object = :entity
) AS f JOIN tie AS t ON t.key = f.key
WHERE f.nth <= :limit ORDER BY f.relation, f.side, f.nth
