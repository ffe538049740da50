"""Harnesses for a coverage-guided fuzzer: run by hand, not by pytest."""
