"""Which library multiplies the model's matrices: numpy's, on one thread.

spaCy's own, BLIS, has no kernels for many processors and then takes up to half as long again for an article. The matrices of
one article are too small to share out: with more threads the same work takes twice the time.
"""

from spacy.language import Language
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController


def use_numpy_matrices(nlp: Language) -> None:
    """Let a pipeline multiply with numpy, where it would with BLIS: not on a GPU, nor with Apple's library."""
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            if type(node.ops) is NumpyOps:
                node.ops = ops


def matrix_threads() -> ThreadpoolController:
    """Return what limits the threads of numpy's library, for the time of a `with` and for the whole process."""
    return ThreadpoolController().select(user_api="blas")
