-- The claims that stand in some articles, with what they speak about.
-- parameters: articles
-- returns: id, tie, subject, object, place, speaker_id
SELECT id, tie, subject, object, place, speaker_id FROM claim
WHERE article IN (SELECT value FROM json_each(:articles))
