"""From an article's text to its claims, without a network: one module, one room."""
