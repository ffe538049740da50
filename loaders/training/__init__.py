"""Trains the networks that extraction ships; needs torch, which no run time does."""
