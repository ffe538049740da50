"""Trains the bundled parser: `python -m loaders.training.parser`, see README.md."""
