// Keep one name of an actor or place, in the form in which names are compared.
// The hint: see write_ties.
// parameters: rows
// returns:
UNWIND $rows AS row
MATCH (e:Entity {id: row.entity}) USING INDEX SEEK e:Entity(id)
MERGE (n:Name {key: row.norm + '\n' + row.entity})
ON CREATE SET n.norm = row.norm, n.name = row.name
MERGE (n)-[:NAMES]->(e)
RETURN count(*) AS written
