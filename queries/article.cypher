// One article with its text, its notes and how many claims stand in it.
// parameters: id
// returns: id, title, url, publisher, wire, published, language, recorded, claims, text, notes
MATCH (a:Article {id: $id})
RETURN a.id AS id, a.title AS title, a.url AS url, a.publisher AS publisher, a.wire AS wire,
    a.published AS published, a.language AS language, a.recorded AS recorded,
    COUNT { (a)<-[:IN]-(:Claim) } AS claims, a.text AS text, a.notes AS notes
