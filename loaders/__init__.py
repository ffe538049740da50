"""Each loader turns a source into articles and claims; it never sees a store."""
