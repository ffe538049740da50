-- What the assessment needs of every claim about some ties, apart from those in some articles.
-- parameters: keys, apart
-- returns: tie, claim, mode, polarity, modality, event_from, event_until, speaker_id, speaker_name, speaker_mention, speaker_party, quote, start_offset, end_offset, article, published, title, publisher, url, origin
SELECT c.tie, c.id AS claim, c.mode, c.polarity, c.modality, c.event_from, c.event_until, c.speaker_id, c.speaker_name,
    c.speaker_mention, c.speaker_party, c.quote, c.start_offset, c.end_offset, c.article, c.published, a.title, a.publisher,
    a.url, a.origin
FROM json_each(:keys) AS k JOIN claim AS c ON c.tie = k.value JOIN article AS a ON a.id = c.article
WHERE c.article NOT IN (SELECT value FROM json_each(:apart))
