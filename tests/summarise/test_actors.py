"""Ids and names by place: each label counts from 1 in order of first mention."""

import pytest

from articlekit.recognise.lexicon import load_lexicons
from articlekit.records import Mention
from articlekit.summarise.actors import Actors
from articlekit.summarise.merge import Cluster, Inflection, Merger


def cluster(label: str, **forms: int) -> Cluster:
    """Return a cluster with a form at each place."""
    mentions = [Mention(text=form, start=start, end=start + len(form), sentence=1) for form, start in forms.items()]
    return Cluster(label, dict(forms), mentions)


@pytest.fixture
def clusters() -> dict[str, list[Cluster]]:
    return {
        "PER": [cluster("PER", Adler=0, Adlers=40), cluster("PER", Keller=10)],
        "ORG": [cluster("ORG", Nordbank=20)],
        "LOC": [cluster("LOC", Bonn=30)],
        "TEC": [],
    }


def test_ids_count_from_one_in_each_label(clusters: dict[str, list[Cluster]]) -> None:
    actors = Actors(clusters)
    ids = [actors.id_of(one) for group in clusters.values() for one in group]
    assert ids == ["per1", "per2", "org1", "loc1"]


def test_every_mention_has_the_id_and_the_name_of_its_cluster(clusters: dict[str, list[Cluster]]) -> None:
    actors = Actors(clusters)
    assert actors.id_at == {0: "per1", 40: "per1", 10: "per2", 20: "org1", 30: "loc1"}
    assert actors.name_at == {0: "Adlers", 40: "Adlers", 10: "Keller", 20: "Nordbank", 30: "Bonn"}


def test_clusters_that_look_the_same_are_two() -> None:
    one, other = cluster("ORG", Nordbank=0), cluster("ORG", Nordbank=0)
    actors = Actors({"ORG": [one, other]})
    assert [actors.id_of(one), actors.id_of(other)] == ["org1", "org2"]


def test_a_cluster_of_another_article_is_unknown(clusters: dict[str, list[Cluster]]) -> None:
    with pytest.raises(KeyError):
        Actors(clusters).id_of(cluster("ORG", Nordbank=20))


def test_nobody_is_nowhere() -> None:
    actors = Actors({"PER": []})
    assert (actors.id_at, actors.name_at) == ({}, {})


def test_what_the_merger_gives_is_numbered_in_order_of_first_mention() -> None:
    """A surname before its full name is part of it, and the person keeps the first number."""
    names, place, mentions = ["Keller", "Max Sommer", "Ute Keller", "Sommer"], 0, []
    for name in names:
        mention = Mention(text=name, start=place, end=place + len(name), sentence=1)
        mentions.append((mention, Inflection()))
        place += 20
    merged = Merger(load_lexicons(), lambda _before, _after: False).merge("PER", mentions)
    actors = Actors({"PER": merged})
    assert actors.id_at == {0: "per1", 20: "per2", 40: "per1", 60: "per2"}
    assert [actors.name_at[at] for at in (0, 60)] == ["Ute Keller", "Max Sommer"]
