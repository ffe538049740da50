-- Articles, newest first, undated ones last, each with how many claims stand in it.
-- parameters: publisher, since, until, after_moment, after_id, limit
-- returns: id, title, url, publisher, wire, published, language, recorded, claims
SELECT id, title, url, publisher, wire, published, language, recorded,
    (SELECT COUNT(*) FROM claim WHERE claim.article = article.id) AS claims
FROM article
WHERE (:publisher IS NULL OR publisher = :publisher)
    AND (:since IS NULL OR published >= :since)
    AND (:until IS NULL OR published <= :until)
    AND (
        coalesce(published, '') < :after_moment
        OR (coalesce(published, '') = :after_moment AND id < :after_id)
    )
ORDER BY published DESC, id DESC LIMIT :limit
