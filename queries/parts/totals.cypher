// How many articles, claims, actors, places and ties there are, and the dates of the articles.
// parameters:
// returns: articles, claims, actors, places, ties, first_published, last_published
CALL () { MATCH (a:Article) RETURN count(a) AS articles, min(a.published) AS first_published, max(a.published) AS last_published }
CALL () { MATCH (c:Claim) RETURN count(c) AS claims }
CALL () { MATCH (e:Actor) RETURN count(e) AS actors }
CALL () { MATCH (e:Place) RETURN count(e) AS places }
CALL () { MATCH ()-[t:BACKS|OPPOSES|CAPTURED|DEPLOYED_TO|LEADS|PART_OF]->() RETURN count(t) AS ties }
RETURN articles, claims, actors, places, ties, first_published, last_published
