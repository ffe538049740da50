-- How many claims are about a place, and how many tell of something that happened there.
-- parameters: place
-- returns: about, there
SELECT
    (SELECT COUNT(*) FROM tie AS t JOIN claim AS c ON c.tie = t.key WHERE t.object = :place) AS about,
    (SELECT COUNT(*) FROM claim WHERE place = :place) AS there
