-- Keep an article; one that is there keeps the time it was first recorded.
-- parameters: id, text, text_hash, title, url, publisher, wire, origin, published, language, recorded, notes
-- returns:
INSERT INTO article (id, text, text_hash, title, url, publisher, wire, origin, published, language, recorded, notes)
VALUES (:id, :text, :text_hash, :title, :url, :publisher, :wire, :origin, :published, :language, :recorded, :notes)
ON CONFLICT (id) DO UPDATE SET title = excluded.title, publisher = excluded.publisher, wire = excluded.wire,
    origin = excluded.origin, language = excluded.language, notes = excluded.notes
