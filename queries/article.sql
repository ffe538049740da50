-- One article with its text, its notes and how many claims stand in it.
-- parameters: id
-- returns: id, title, url, publisher, wire, published, language, recorded, claims, text, notes
SELECT id, title, url, publisher, wire, published, language, recorded,
    (SELECT COUNT(*) FROM claim WHERE claim.article = article.id) AS claims, text, notes
FROM article WHERE id = :id
