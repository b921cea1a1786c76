"""Who is meant by a pronoun, a role noun phrase or nothing at all: candidates, what speaks for each, and the likeliest."""
