"""The loaders of articles and of tables: formats, sources, refusals."""
