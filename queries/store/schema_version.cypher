// Which program's graph this is, and of which schema version; of none, where nothing is kept yet.
// parameters:
// returns: application, version
OPTIONAL MATCH (schema:Schema {name: 'whobacks'})
RETURN CASE WHEN schema IS NOT NULL THEN 'whobacks' WHEN EXISTS { MATCH (other) } THEN 'another' END AS application,
    schema.version AS version
