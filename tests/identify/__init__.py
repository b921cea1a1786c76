"""Tests of the identities of actors over many articles."""
