// Remove articles by id, once their claims are gone.
// parameters: ids
// returns:
MATCH (a:Article) WHERE a.id IN $ids DELETE a
