"""Readers of the training data, one module for each family of sources."""
