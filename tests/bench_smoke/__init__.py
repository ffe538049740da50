"""That the bench runs, and that it would see a loss."""
