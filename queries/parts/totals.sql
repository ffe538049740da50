-- How many articles, claims, actors, places and ties there are, and the dates of the articles.
-- parameters:
-- returns: articles, claims, actors, places, ties, first_published, last_published
SELECT (SELECT COUNT(*) FROM article) AS articles, (SELECT COUNT(*) FROM claim) AS claims,
    (SELECT COUNT(*) FROM entity WHERE family = 'actor') AS actors,
    (SELECT COUNT(*) FROM entity WHERE family = 'place') AS places,
    (SELECT COUNT(*) FROM tie) AS ties,
    (SELECT MIN(published) FROM article) AS first_published, (SELECT MAX(published) FROM article) AS last_published
