"""Gold happenings are read from beside the gold; what is found is matched by type and trigger."""

from pathlib import Path

import pytest

from articlekit.errors import GoldError
from articlekit.learn.gold import read_gold
from articlekit.learn.happening_scores import HappeningScores
from articlekit.learn.happenings import GoldHappenings
from articlekit.records import Event, Mention, Offsets, Participant, Summary, When

from .builders import place, summary_of, write_gold

TEXT = "Der Bundestag hat am 21. März in Bonn das DDG beschlossen. Der Beschluss war knapp."
FIRST, SECOND = TEXT.split(". Der", 1)[0] + ".", "Der Beschluss war knapp."
GOOD = f"""
article: a
happenings:
  - type: adoption
    triggers: [{{text: beschlossen, in: "{FIRST}"}}, {{text: Beschluss, in: "{SECOND}"}}]
    when: {{text: am 21. März, start: 2024-03-21, end: 2024-03-21}}
    where: Bonn
    participants: [{{name: Bundestag, role: agent}}, {{name: DDG, role: object}}]
    status: happened
events:
  - {{name: GTC 2024, when: {{text: im März, start: 2024-03-01, end: 2024-03-31}}, where: Bonn}}
"""


def written(folder: Path, content: str | None) -> Path:
    (folder / "dev").mkdir(exist_ok=True)
    (folder / "happenings").mkdir(exist_ok=True)
    if content is not None:
        (folder / "happenings" / "a.yaml").write_text(content, encoding="utf-8")
    return write_gold(folder / "dev", f"<p>{TEXT}</p>")


def gold_in(folder: Path, content: str | None = GOOD) -> GoldHappenings | None:
    return read_gold(written(folder, content)).happenings


def test_happenings_are_read_with_their_offsets(tmp_path: Path) -> None:
    gold = gold_in(tmp_path)
    assert gold
    assert gold.happenings
    [happening] = gold.happenings
    assert [TEXT[start:end] for start, end in happening.triggers] == ["beschlossen", "Beschluss"]
    assert happening.when == When(text="am 21. März", start="2024-03-21", end="2024-03-21")
    assert (happening.type, happening.status, happening.where) == ("adoption", "happened", "Bonn")
    assert happening.participants == (("Bundestag", "agent"), ("DDG", "object"))
    assert gold.events[0].name == "GTC 2024"


def test_article_that_nobody_annotated(tmp_path: Path) -> None:
    assert gold_in(tmp_path, None) is None
    only_events = gold_in(tmp_path, "article: a\nhappenings: null\nevents: []\n")
    assert only_events == GoldHappenings(None, ())


@pytest.mark.parametrize(
    ("change", "to", "message"),
    [
        ("type: adoption", "type: law", "happenings 1: type 'law' is none of launch"),
        ("status: happened", "status: maybe", "status 'maybe' is none of happened"),
        ("text: beschlossen", "text: verabschiedet", "no 'verabschiedet' in a sentence"),
        ("text: Beschluss,", "text: Beschlu,", "no 'Beschlu' in a sentence"),
        ("role: agent", "role: actor", "role 'actor'"),
        ("start: 2024-03-21", "start: 2024-04-21", "are no days in order"),
        ("end: 2024-03-21", "end: neulich", "are no days in order"),
        ("name: GTC 2024", "title: GTC 2024", "events 1 has no name"),
        ("text: im März, ", "", "events 1: when has no text"),
        ("events:\n", "events: 3\nmore:\n", "events is no list"),
        ("article: a\nhappenings:", "nothing:", "cannot be read"),
        ("article: a", "article: [", "cannot be read"),
    ],
)
def test_mistakes_name_file_and_place(tmp_path: Path, change: str, to: str, message: str) -> None:
    assert change in GOOD
    with pytest.raises(GoldError) as caught:
        gold_in(tmp_path, GOOD.replace(change, to, 1))
    assert message in caught.value.message
    assert caught.value.where
    assert caught.value.where.endswith("a.yaml")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    broken = GOOD.replace("adoption", "law").replace("status: happened", "status: x").replace("role: agent", "role: y")
    with pytest.raises(GoldError, match=r"type 'law'.*status 'x'.*role 'y'"):
        gold_in(tmp_path, broken)


def event(*triggers: str, **values: object) -> Event:
    spans = tuple(Offsets(start=start, end=end) for start, end in (place(TEXT, word) for word in triggers))
    defaults: dict[str, object] = {"id": "evt1", "type": "adoption", "status": "happened", "count": 0}
    return Event(trigger_spans=spans, **{**defaults, **values})  # type: ignore[arg-type]


def scored(folder: Path, *events: Event) -> HappeningScores:
    base = summary_of(TEXT)
    scores = HappeningScores()
    scores.add(gold_in(folder), Summary(article=base.article, provenance=base.provenance, events=events))
    return scores


@pytest.mark.parametrize(
    ("events", "counts"),
    [
        ([], (0, 0, 1)),
        ([event("beschlossen")], (1, 1, 1)),
        ([event("Beschluss")], (1, 1, 1)),
        ([event("beschlossen"), event("Beschluss")], (1, 2, 1)),
        ([event("beschlossen", type="vote")], (0, 1, 1)),
        ([event("knapp")], (0, 1, 1)),
        ([event(name="GTC 2024", type=None)], (0, 0, 1)),
    ],
)
def test_matched_by_type_and_trigger_one_to_one(
    tmp_path: Path, events: list[Event], counts: tuple[int, int, int]
) -> None:
    found = scored(tmp_path, *events).happenings
    assert (found.hit, found.predicted, found.gold) == counts


def test_details_of_matched_happenings(tmp_path: Path) -> None:
    actors = (
        Participant(name="Bundestag", role="agent"),
        Participant(name="DDG", role="agent"),
        Participant(name="Bonn"),
    )
    when = When(text="am 21. März", start="2024-03-21", end="2024-03-22")
    scores = scored(tmp_path, event("beschlossen", actors=actors, when=when, where="Bonn", status="planned"))
    right = {name: (one.counts.hit, one.counts.gold) for name, one in scores.details.items()}
    assert right["status"] == (0, 1)
    assert right["role"] == (1, 2)
    assert right["date"] == (0, 1)
    assert right["place"] == (1, 1)
    assert (scores.participants.hit, scores.participants.predicted, scores.participants.gold) == (2, 3, 2)


def test_named_events_count_where_they_were_found(tmp_path: Path) -> None:
    mention = Mention(text="GTC 2024", start=0, end=8, sentence=1)
    when = When(text="im März", start="2024-03-01", end="2024-03-31")
    named = Event(id="evt1", name="GTC", when=when, where="Köln", count=1, mentions=(mention,))
    details = scored(tmp_path, named).details
    assert (details["event date"].counts.hit, details["event date"].counts.gold) == (1, 1)
    assert (details["event place"].counts.hit, details["event place"].counts.gold) == (0, 1)
    assert scored(tmp_path).details["event date"].counts.gold == 0


def test_what_the_gold_does_not_say_is_extra(tmp_path: Path) -> None:
    silent = GOOD.replace("    where: Bonn\n", "")
    (tmp_path / "happenings").mkdir()
    base = summary_of(TEXT)
    scores = HappeningScores()
    summary = Summary(article=base.article, provenance=base.provenance, events=(event("beschlossen", where="Bonn"),))
    scores.add(gold_in(tmp_path, silent), summary)
    assert scores.details["place"].extra == 1
    assert scores.details["place"].counts.gold == 0
