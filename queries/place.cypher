// How many claims are about a place, and how many tell of something that happened there.
// parameters: place
// returns: about, there
MATCH (p:Place {id: $place})
RETURN COUNT { (p)<-[:OBJECT]-(:Claim) } AS about, COUNT { (p)<-[:AT]-(:Claim) } AS there
