"""The model's matrices are multiplied by numpy, on one thread, and only where BLIS would do it."""

from thinc.api import NumpyOps

from articlekit import Extractor, load_pipeline
from articlekit.recognise.matrices import matrix_threads, use_numpy_matrices
from tests.samples import ARTICLE


def nodes(nlp):
    """Yield the parts of all models of a pipeline."""
    for _, component in nlp.pipeline:
        if hasattr(component, "model"):
            yield from component.model.walk()


def test_an_extractor_has_them(extractor: Extractor) -> None:
    found = [node.ops for node in nodes(extractor.nlp)]
    assert found
    assert not any(ops.use_blis for ops in found)


def test_the_result_is_the_same(extractor: Extractor) -> None:
    """As far as names, words and trees go."""
    plain = load_pipeline()(ARTICLE)
    assert extractor.nlp(ARTICLE).to_json() == plain.to_json()


def test_others_are_left_alone() -> None:
    class Other(NumpyOps):
        """What a GPU or Apple's library would bring."""

    nlp = load_pipeline()
    other = Other()
    for node in nodes(nlp):
        node.ops = other
    use_numpy_matrices(nlp)
    assert all(node.ops is other for node in nodes(nlp))


def test_the_limit_is_lifted_again() -> None:
    threads = matrix_threads()
    before = [one["num_threads"] for one in threads.info()]
    assert before
    with threads.limit(limits=1):
        assert [one["num_threads"] for one in threads.info()] == [1] * len(before)
    assert [one["num_threads"] for one in threads.info()] == before
