-- The claims about one tie, first published first, undated ones last.
-- parameters: tie, after_moment, after_id, limit
-- returns: id, moment
SELECT id, coalesce(published, '~') AS moment FROM claim
WHERE tie = :tie
    AND (
        coalesce(published, '~') > :after_moment OR (coalesce(published, '~') = :after_moment AND id > :after_id)
    )
ORDER BY moment, id LIMIT :limit
