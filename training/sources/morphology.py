"""One set of morphological features for treebanks that were annotated apart.

HDT knows no subjunctive, PUD no verb forms, and each has features that the others lack.
"""

KEPT = frozenset({
    "Case", "Definite", "Degree", "Gender", "Mood", "NumType", "Number", "Person", "Polarity", "Poss", "PronType",
    "Reflex", "Tense", "VerbForm",
})  # fmt: skip
VERBS = frozenset({"AUX", "VERB"})
PAST_SUBJUNCTIVE = frozenset(
    form + ending
    for form in (
        "wär", "hätt", "würd", "könnt", "müsst", "müßt", "dürft", "möcht", "bräucht", "käm",
        "gäb", "ging", "läg", "ließ", "fänd", "stünd", "bräch", "tät", "wüsst", "wüßt",
        "nähm", "säh", "spräch", "hielt", "blieb", "träf", "böt", "entspräch",
    )
    for ending in ("e", "en", "est", "et")
) - {"gingen", "ließen", "hielten", "blieben"}  # fmt: skip
PRESENT_IN_TE = ("iete", "halte", "trete", "gelte", "eite", "deute")
PRESENT_SUBJUNCTIVE = frozenset({"sei", "seien", "seiest", "seiet"})


def unified(form: str, pos: str, morph: str) -> str | None:
    """Return the features of a word in the common set, None where they are not known."""
    if morph in ("", "_"):
        return ""
    pairs = dict(pair.split("=", 1) for pair in morph.split("|"))
    features = {name: value for name, value in pairs.items() if name in KEPT}
    if pos in VERBS:
        if "Mood" in features:
            features["VerbForm"] = "Fin"
            features.update(_subjunctive(form.lower(), features))
        elif "VerbForm" not in features:
            return None
    return "|".join(f"{name}={value}" for name, value in sorted(features.items()))


def _subjunctive(form: str, features: dict[str, str]) -> dict[str, str]:
    """Return mood and tense of forms that are no indicative, such as "er gebe"."""
    if form in PRESENT_SUBJUNCTIVE:
        return {"Mood": "Sub", "Tense": "Pres"}
    if form in PAST_SUBJUNCTIVE:
        return {"Mood": "Sub", "Tense": "Past"}
    third = (features.get("Person"), features.get("Number"), features.get("Tense")) == ("3", "Sing", "Pres")
    weak_past = form.endswith("te") and not form.endswith(PRESENT_IN_TE)
    if third and form.endswith("e") and not weak_past and features["Mood"] == "Ind":
        return {"Mood": "Sub"}
    return {}
