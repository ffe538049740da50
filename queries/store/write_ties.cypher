// Keep what the claims about one subject, relation and object amount to.
// The hints, and a branch for each type: planned on an empty graph, a scan of all nodes or edges would look as cheap
// as the index, and that plan would stay in use while the graph fills.
// parameters: rows
// returns:
UNWIND $rows AS row
MATCH (subject:Entity {id: row.subject}) USING INDEX SEEK subject:Entity(id)
MATCH (object:Entity {id: row.object}) USING INDEX SEEK object:Entity(id)
CALL (subject, object, row) {
    WITH subject, object, row WHERE row.edge_type = 'BACKS' MERGE (subject)-[t:BACKS]->(object) RETURN t
    UNION ALL
    WITH subject, object, row WHERE row.edge_type = 'OPPOSES' MERGE (subject)-[t:OPPOSES]->(object) RETURN t
    UNION ALL
    WITH subject, object, row WHERE row.edge_type = 'CAPTURED' MERGE (subject)-[t:CAPTURED]->(object) RETURN t
    UNION ALL
    WITH subject, object, row WHERE row.edge_type = 'DEPLOYED_TO' MERGE (subject)-[t:DEPLOYED_TO]->(object) RETURN t
    UNION ALL
    WITH subject, object, row WHERE row.edge_type = 'LEADS' MERGE (subject)-[t:LEADS]->(object) RETURN t
    UNION ALL
    WITH subject, object, row WHERE row.edge_type = 'PART_OF' MERGE (subject)-[t:PART_OF]->(object) RETURN t
}
SET t = row, t.edge_type = null, t.modes = split(row.modes, ' ')
RETURN count(*) AS written
