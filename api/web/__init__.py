"""The page: its template and static files, and what it alone asks of the service."""
