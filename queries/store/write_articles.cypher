// Keep an article; one that is there keeps the time it was first recorded.
// parameters: rows
// returns:
UNWIND $rows AS row
MERGE (a:Article {id: row.id})
ON CREATE SET a = row
ON MATCH SET a.title = row.title, a.publisher = row.publisher, a.wire = row.wire, a.origin = row.origin,
    a.language = row.language, a.notes = row.notes
RETURN count(*) AS written
