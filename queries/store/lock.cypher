// Let no other writer in until this transaction ends: setting a property locks the node that all writers set.
// parameters: version
// returns:
MERGE (schema:Schema {name: 'whobacks'})
ON CREATE SET schema.version = $version
SET schema.locked = true
REMOVE schema.locked
