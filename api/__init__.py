"""The service and the command line: knows all the rest, and alone chooses a store."""
