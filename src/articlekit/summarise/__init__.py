"""Summarise: a recognised `Doc` becomes a `Summary`: mentions merged into entities, claims linked to speakers."""
