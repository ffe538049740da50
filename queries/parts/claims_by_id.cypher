// Claims with the particulars of their articles.
// parameters: ids
// returns: id, article, relation, mode, subject, subject_name, subject_mention, object, object_name, object_mention, place, place_name, place_mention, polarity, modality, speaker_id, speaker_name, speaker_mention, speaker_party, event_from, event_until, date_precision, date_basis, statement_date, published, quote, start_offset, end_offset, extractor, rule, title, url, publisher, wire, article_published, language, recorded
MATCH (c:Claim)-[:IN]->(a:Article)
WHERE c.id IN $ids
RETURN c.id AS id, c.article AS article, c.relation AS relation, c.mode AS mode, c.subject AS subject,
    c.subject_name AS subject_name, c.subject_mention AS subject_mention, c.object AS object,
    c.object_name AS object_name, c.object_mention AS object_mention, c.place AS place, c.place_name AS place_name,
    c.place_mention AS place_mention, c.polarity AS polarity, c.modality AS modality, c.speaker_id AS speaker_id,
    c.speaker_name AS speaker_name, c.speaker_mention AS speaker_mention, c.speaker_party AS speaker_party,
    c.event_from AS event_from, c.event_until AS event_until, c.date_precision AS date_precision,
    c.date_basis AS date_basis, c.statement_date AS statement_date, c.published AS published, c.quote AS quote,
    c.start_offset AS start_offset, c.end_offset AS end_offset, c.extractor AS extractor, c.rule AS rule,
    a.title AS title, a.url AS url, a.publisher AS publisher, a.wire AS wire, a.published AS article_published,
    a.language AS language, a.recorded AS recorded
ORDER BY id
