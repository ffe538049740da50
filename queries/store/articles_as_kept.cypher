// Of these articles, those that are kept, as far as their particulars can change.
// parameters: ids
// returns: id, title, publisher, wire, origin, language, notes
MATCH (a:Article) WHERE a.id IN $ids
RETURN a.id AS id, a.title AS title, a.publisher AS publisher, a.wire AS wire, a.origin AS origin, a.language AS language,
    a.notes AS notes
