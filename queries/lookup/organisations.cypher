// The organisations that claims say a person heads or commands.
// parameters: person
// returns: tie
MATCH (:Entity {id: $person})-[t:LEADS {status: 'asserted'}]->()
RETURN t.payload AS tie ORDER BY t.weight DESC, t.key
