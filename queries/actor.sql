-- The actors of which the registry may say that they lead or belong to one: those whose payload holds the mark.
-- parameters: mark
-- returns: id, name, label, kind, payload
SELECT id, name, label, kind, payload FROM entity
WHERE family = 'actor' AND instr(payload, :mark) > 0 ORDER BY id
