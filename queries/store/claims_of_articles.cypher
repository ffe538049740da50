// The claims that stand in some articles, with what they speak about.
// parameters: articles
// returns: id, tie, subject, object, place, speaker_id
MATCH (c:Claim) WHERE c.article IN $articles
RETURN c.id AS id, c.tie AS tie, c.subject AS subject, c.object AS object, c.place AS place, c.speaker_id AS speaker_id
