"""Noun phrases out of the case that a preposition put them in: `internen Protokoll`, `mancher Kollegen`, `Verbänden`."""

import re

from spacy.tokens import Span

from articlekit.recognise.view import View

STRONG = {"Masc": "er", "Fem": "e", "Neut": "es"}
WEAK = tuple("at ist ent ant oge et it orand oband e ung heit keit schaft ion tät erin".split())
"""Ends of nouns whose plural is in -en in every case: Experten, Präsidenten, Doktoranden, Schätzungen."""
UMLAUTED = frozenset("äöü")
INFLECTED = frozenset({"ADJA", "PIAT", "PIDAT"})
ADJECTIVE_ENDING = re.compile(r"e[nms]?$")
AFTER_ARTICLE = {"der": "r", "das": "s"}
NAME_HEADS = frozenset({"NN", "NE"})
UMLAUTS = str.maketrans("äöü", "aou")


def nominative_phrase(view: View, start: int, end: int, head: int) -> str:
    """Return the phrase `start` to `end` with its adjectives and its head noun in the nominative, without an article."""
    words = [view.text[index] for index in range(start, end)]
    plural = "Plur" in view.doc[head].morph.get("Number", [])
    gender = "".join(view.doc[head].morph.get("Gender", []))
    ending = "e" if plural else STRONG.get(gender)
    for index in range(start, head):
        word = view.text[index]
        if view.tag[index] in INFLECTED and ending and word.endswith(("en", "em", "er", "es")):
            words[index - start] = word[:-2] + ending
    words[head - start] = nominative_noun(view.text[head], view.lemma[head], gender, plural=plural)
    spaces = [view.spaced[index] for index in range(start, end)]
    return "".join(word + " " * space for word, space in zip(words, spaces, strict=True)).strip()


def without_article(view: View, article: int, start: int, end: int) -> str:
    """Return the words `start` to `end` of a phrase whose article is left out: der Deutsche Städtetag, Deutscher Städtetag.

    Only `der` and `das` before an adjective in -e are sure to be a nominative that shows.
    """
    ending = AFTER_ARTICLE.get(view.lower[article]) if article < start else None
    words = []
    for index in range(start, end):
        word = view.text[index]
        if ending and view.tag[index] == "ADJA" and word.endswith("e"):
            word += ending
        else:
            ending = None
        words.append(word + " " * view.spaced[index])
    return "".join(words).strip()


def nominative_name(name: Span) -> str | None:
    """Return a name with its leading adjectives and its head noun in the nominative, or None where nothing changes.

    `Deutschen Bundestag` becomes `Deutscher Bundestag`; place names in -er (`Münchner`) and words without an ending stay.
    """
    head = next((token for token in name if token.tag_ in NAME_HEADS), None)
    if head is None or not head.morph or name[0].ent_type_ == "PER":
        return None
    plural = "Plur" in head.morph.get("Number", [])
    ending = "e" if plural else STRONG.get("".join(head.morph.get("Gender", [])), "e")
    words = []
    for token in name:
        word = token.text
        if token.i < head.i and token.tag_ == "ADJA":
            word = ADJECTIVE_ENDING.sub(ending, word)
        elif token.i == head.i and "Dat" in head.morph.get("Case", []):
            gender = "".join(head.morph.get("Gender", []))
            if head.tag_ == "NE" and word == head.lemma_ + "n":
                word = head.lemma_
            elif plural and len(name) > 1:
                word = nominative_noun(word, head.lemma_, gender, plural=True)
        elif token.i == head.i and word == head.lemma_ + "es":
            word = head.lemma_
        words.append(word + token.whitespace_)
    changed = "".join(words).strip()
    return changed if changed != name.text else None


def nominative_noun(word: str, lemma: str, gender: str, *, plural: bool) -> str:
    """Return a noun out of the dative or genitive: Fachleuten, Sprechers, Verbänden, but Zahlen.

    Feminine nouns have a plural in -e only with an umlaut (Kräfte) or after -nis.
    """
    if word.endswith("leuten"):
        return word[:-1]
    if word in (lemma + "s", lemma + "es") or (word == lemma + "n" and lemma.endswith("er")):
        return lemma
    if not plural or not word.endswith("n") or lemma.lower().endswith(WEAK):
        return word
    if gender == "Fem" and not lemma.endswith("nis") and UMLAUTED & set(word) <= UMLAUTED & set(lemma.lower()):
        return word
    bare = word[:-1].lower().translate(UMLAUTS)
    base = lemma.lower().translate(UMLAUTS)
    return word[:-1] if bare in (base, base + "e", base + "se", base + "er") else word
