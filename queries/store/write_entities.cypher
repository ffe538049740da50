// Keep an actor or place as given.
// parameters: rows
// returns:
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
SET e = row, e.reviewed = row.reviewed = 1
FOREACH (_ IN CASE row.family WHEN 'actor' THEN [1] ELSE [] END | SET e:Actor)
FOREACH (_ IN CASE row.family WHEN 'place' THEN [1] ELSE [] END | SET e:Place)
RETURN count(*) AS written
