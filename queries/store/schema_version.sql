-- Which program's graph this is, and of which schema version.
-- parameters:
-- returns: application, version
SELECT application_id AS application, user_version AS version FROM pragma_application_id, pragma_user_version
