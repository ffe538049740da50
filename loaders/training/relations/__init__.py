"""Trains the relation model: `python -m loaders.training.relations`, see README.md."""
