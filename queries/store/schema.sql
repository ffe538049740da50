-- The tables of a new graph file: what was loaded (article, entity, name, claim) and what is derived from it (tie).
-- parameters:
-- returns:
CREATE TABLE entity (
    id TEXT PRIMARY KEY, family TEXT NOT NULL, name TEXT NOT NULL, label TEXT NOT NULL,
    kind TEXT NOT NULL, reviewed INTEGER NOT NULL, payload TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE name (
    norm TEXT NOT NULL, entity TEXT NOT NULL REFERENCES entity (id), name TEXT NOT NULL,
    PRIMARY KEY (norm, entity)
) WITHOUT ROWID;
CREATE INDEX name_of_entity ON name (entity);
CREATE TABLE article (
    id TEXT PRIMARY KEY, text TEXT NOT NULL, text_hash TEXT NOT NULL, title TEXT, url TEXT, publisher TEXT,
    wire TEXT, origin TEXT NOT NULL, published TEXT, language TEXT, recorded TEXT NOT NULL, notes TEXT NOT NULL
);
CREATE INDEX article_by_date ON article (published, id);
CREATE TABLE claim (
    id TEXT PRIMARY KEY, tie TEXT NOT NULL, article TEXT NOT NULL REFERENCES article (id),
    relation TEXT NOT NULL, mode TEXT NOT NULL,
    subject TEXT NOT NULL, subject_name TEXT NOT NULL, subject_mention TEXT NOT NULL,
    object TEXT NOT NULL, object_name TEXT NOT NULL, object_mention TEXT NOT NULL,
    place TEXT, place_name TEXT, place_mention TEXT,
    polarity TEXT NOT NULL, modality TEXT NOT NULL,
    speaker_id TEXT, speaker_name TEXT, speaker_mention TEXT, speaker_party INTEGER,
    event_from TEXT, event_until TEXT, date_precision TEXT NOT NULL, date_basis TEXT NOT NULL,
    statement_date TEXT, published TEXT, quote TEXT NOT NULL, start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL, extractor TEXT NOT NULL, rule TEXT NOT NULL
);
CREATE INDEX claim_of_tie ON claim (tie);
CREATE INDEX claim_in_article ON claim (article);
CREATE INDEX claim_by_speaker ON claim (speaker_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX claim_at_place ON claim (place) WHERE place IS NOT NULL;
CREATE TABLE tie (
    key TEXT PRIMARY KEY, subject TEXT NOT NULL, relation TEXT NOT NULL, object TEXT NOT NULL,
    status TEXT NOT NULL, weight INTEGER NOT NULL, payload TEXT NOT NULL, tally TEXT NOT NULL
);
CREATE INDEX tie_from ON tie (subject, relation, weight DESC, key);
CREATE INDEX tie_to ON tie (object, relation, weight DESC, key);
