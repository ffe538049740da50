-- The organisations that claims say a person heads or commands.
-- parameters: person
-- returns: tie
SELECT payload AS tie FROM tie WHERE subject = :person AND relation = 'leads' AND status = 'asserted'
ORDER BY weight DESC, key
