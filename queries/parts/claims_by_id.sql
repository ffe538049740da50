-- Claims with the particulars of their articles.
-- parameters: ids
-- returns: id, article, relation, mode, subject, subject_name, subject_mention, object, object_name, object_mention, place, place_name, place_mention, polarity, modality, speaker_id, speaker_name, speaker_mention, speaker_party, event_from, event_until, date_precision, date_basis, statement_date, published, quote, start_offset, end_offset, extractor, rule, title, url, publisher, wire, article_published, language, recorded
SELECT c.id, c.article, c.relation, c.mode, c.subject, c.subject_name, c.subject_mention, c.object, c.object_name,
    c.object_mention, c.place, c.place_name, c.place_mention, c.polarity, c.modality, c.speaker_id, c.speaker_name,
    c.speaker_mention, c.speaker_party, c.event_from, c.event_until, c.date_precision, c.date_basis, c.statement_date,
    c.published, c.quote, c.start_offset, c.end_offset, c.extractor, c.rule, a.title, a.url, a.publisher, a.wire,
    a.published AS article_published, a.language, a.recorded
FROM claim AS c JOIN article AS a ON a.id = c.article
WHERE c.id IN (SELECT value FROM json_each(:ids)) ORDER BY c.id
