-- The claims about who took, held, besieged or lost a place, in order of when it happened.
-- parameters: place, after_moment, after_id, limit
-- returns: id, moment
SELECT id, moment FROM (
    SELECT c.id, coalesce(c.event_until, c.event_from, c.published, '~') AS moment
    FROM tie AS t JOIN claim AS c ON c.tie = t.key
    WHERE t.object = :place AND t.relation = 'captured'
)
WHERE moment > :after_moment OR (moment = :after_moment AND id > :after_id)
ORDER BY moment, id LIMIT :limit
