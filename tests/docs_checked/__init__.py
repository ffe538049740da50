"""Reads the documents as their tests need them."""
