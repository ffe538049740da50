// Articles, newest first, undated ones last, each with how many claims stand in it.
// parameters: publisher, since, until, after_moment, after_id, limit
// returns: id, title, url, publisher, wire, published, language, recorded, claims
MATCH (a:Article)
WHERE ($publisher IS NULL OR a.publisher = $publisher)
    AND ($since IS NULL OR a.published >= $since)
    AND ($until IS NULL OR a.published <= $until)
WITH a, coalesce(a.published, '') AS moment
WHERE moment < $after_moment OR (moment = $after_moment AND a.id < $after_id)
WITH a, moment ORDER BY moment DESC, a.id DESC LIMIT $limit
RETURN a.id AS id, a.title AS title, a.url AS url, a.publisher AS publisher, a.wire AS wire,
    a.published AS published, a.language AS language, a.recorded AS recorded,
    COUNT { (a)<-[:IN]-(:Claim) } AS claims
ORDER BY moment DESC, id DESC
