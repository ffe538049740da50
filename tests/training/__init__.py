"""Tests of how the bundled networks are trained."""
