"""Tests of the rooms that text flows through."""
