"""The service and the command line, on SQLite and on a store that is down."""
