-- How many ties there are of each relation and status.
-- parameters:
-- returns: relation, status, ties
SELECT relation, status, COUNT(*) AS ties FROM tie GROUP BY relation, status ORDER BY relation, status
