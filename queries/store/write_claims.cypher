// Keep a new claim and tie it to its article and to all that it names.
// The hints: see write_ties.
// parameters: rows
// returns:
UNWIND $rows AS row
MATCH (article:Article {id: row.article}) USING INDEX SEEK article:Article(id)
MATCH (subject:Entity {id: row.subject}) USING INDEX SEEK subject:Entity(id)
MATCH (object:Entity {id: row.object}) USING INDEX SEEK object:Entity(id)
CREATE (article)<-[:IN]-(claim:Claim)-[:SUBJECT]->(subject), (claim)-[:OBJECT]->(object)
SET claim = row
WITH claim, row
CALL (claim, row) {
    WITH claim, row WHERE row.place IS NOT NULL
    MATCH (place:Entity {id: row.place}) USING INDEX SEEK place:Entity(id)
    CREATE (claim)-[:AT]->(place)
}
CALL (claim, row) {
    WITH claim, row WHERE row.speaker_id IS NOT NULL
    MATCH (speaker:Entity {id: row.speaker_id}) USING INDEX SEEK speaker:Entity(id)
    CREATE (claim)-[:SAID_BY]->(speaker)
}
RETURN count(*) AS written
