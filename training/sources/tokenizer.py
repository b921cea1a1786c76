"""What the pipeline's tokenizer knows beyond spaCy's German rules: more abbreviations, and gender forms as one word."""

import re
from pathlib import Path

import yaml
from spacy.language import Language

GENDERED = re.compile(r"^[^\W\d_]+(?:-[^\W\d_]+)*[:*_/·](?:in|innen|r|n)$")


def complete_tokenizer(nlp: Language, abbreviations: Path) -> None:
    """Add the abbreviations of a YAML list, also at the start of a sentence, and keep gender forms together."""
    tokenizer = nlp.tokenizer
    for abbreviation in yaml.safe_load(abbreviations.read_text("utf-8")):
        for form in {abbreviation, abbreviation[:1].upper() + abbreviation[1:]}:
            tokenizer.add_special_case(form, [{"ORTH": form}])  # type: ignore[attr-defined]
    tokenizer.token_match = GENDERED.match  # type: ignore[attr-defined]
