"""Happenings: public acts and occurrences that an article tells or announces, with what belongs to them."""
