-- The claims that stand in one article, in the order of its text; moment is the offset, as text of one length.
-- parameters: article, after_moment, after_id, limit
-- returns: id, moment
SELECT id, moment FROM (SELECT id, printf('%012d', start_offset) AS moment FROM claim WHERE article = :article)
WHERE moment > :after_moment OR (moment = :after_moment AND id > :after_id)
ORDER BY moment, id LIMIT :limit
