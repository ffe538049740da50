"""The documentation, and what writes the generated parts of its reference pages."""
