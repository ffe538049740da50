"""How articles are written down: one module, one format; each turns a document into articles."""
