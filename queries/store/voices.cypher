// What the assessment needs of every claim about some ties, apart from those in some articles.
// parameters: keys, apart
// returns: tie, claim, mode, polarity, modality, event_from, event_until, speaker_id, speaker_name, speaker_mention, speaker_party, quote, start_offset, end_offset, article, published, title, publisher, url, origin
MATCH (c:Claim) WHERE c.tie IN $keys AND NOT c.article IN $apart
MATCH (c)-[:IN]->(a:Article)
RETURN c.tie AS tie, c.id AS claim, c.mode AS mode, c.polarity AS polarity, c.modality AS modality,
    c.event_from AS event_from, c.event_until AS event_until, c.speaker_id AS speaker_id, c.speaker_name AS speaker_name,
    c.speaker_mention AS speaker_mention, c.speaker_party AS speaker_party, c.quote AS quote,
    c.start_offset AS start_offset, c.end_offset AS end_offset, c.article AS article, c.published AS published,
    a.title AS title, a.publisher AS publisher, a.url AS url, a.origin AS origin
