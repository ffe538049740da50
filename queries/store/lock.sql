-- Begin a transaction that no other writer enters until it ends.
-- parameters:
-- returns:
BEGIN IMMEDIATE
