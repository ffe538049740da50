-- Keep a claim; one that is there says the same, since its id is a hash of what it says.
-- parameters: id, tie, article, relation, mode, subject, subject_name, subject_mention, object, object_name, object_mention, place, place_name, place_mention, polarity, modality, speaker_id, speaker_name, speaker_mention, speaker_party, event_from, event_until, date_precision, date_basis, statement_date, published, quote, start_offset, end_offset, extractor, rule
-- returns:
INSERT INTO claim (
    id, tie, article, relation, mode, subject, subject_name, subject_mention, object, object_name, object_mention,
    place, place_name, place_mention, polarity, modality, speaker_id, speaker_name, speaker_mention, speaker_party,
    event_from, event_until, date_precision, date_basis, statement_date, published, quote, start_offset, end_offset,
    extractor, rule
) VALUES (
    :id, :tie, :article, :relation, :mode, :subject, :subject_name, :subject_mention, :object, :object_name,
    :object_mention, :place, :place_name, :place_mention, :polarity, :modality, :speaker_id, :speaker_name,
    :speaker_mention, :speaker_party, :event_from, :event_until, :date_precision, :date_basis, :statement_date,
    :published, :quote, :start_offset, :end_offset, :extractor, :rule
) ON CONFLICT (id) DO NOTHING
