// Remove claims by id.
// parameters: ids
// returns:
MATCH (c:Claim) WHERE c.id IN $ids DETACH DELETE c
