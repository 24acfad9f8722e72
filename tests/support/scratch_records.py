"""A record of each kind that no file of the product holds, to be looked for wherever one goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager

import numpy as np

from engine.arrays import Array
from engine.languages.catalog import LANGUAGES
from engine.languages.language import Language
from engine.operations.catalog import OPERATIONS
from engine.operations.elementwise import elementwise
from engine.operations.operation import Category, Role
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.common import GRADIENT, STEP, learning_rate
from engine.optimizers.optimizer import Optimizer, Settings, State, Update
from engine.surfaces.catalog import SURFACES
from engine.surfaces.surface import Box, Point, Surface, first_steps, tune
from engine.training.datasets.catalog import ALL_DATA
from engine.training.datasets.dataset import DataRecipe, Points, View
from engine.training.datasets.plane import SAMPLES
from engine.training.initializers.catalog import INITIALIZERS
from engine.training.initializers.initializer import Initializer

OPERATION = elementwise(
    name="sech",
    title="Hyperbolic secant",
    symbol="sech",
    category=Category.ELEMENTARY,
    role=Role.LOCAL,
    summary="One over the hyperbolic cosine: a bell.",
    reference="NIST Digital Library of Mathematical Functions, section 4.28",
    aliases=("hyperbolic_secant",),
    look_alikes=("sin",),
    forward=lambda x: 2.0 * np.exp(-np.abs(x)) / (1 + np.exp(-2.0 * np.abs(x))),
    latex=r"\operatorname{sech}($x)",
    local_latex=(r"-\operatorname{sech}($x) \cdot \tanh($x)",),
    numpy="2.0 * np.exp(-np.abs($x)) / (1 + np.exp(-2.0 * np.abs($x)))",
    numpy_local=("-$y * np.tanh($x)",),
)

ACTIVATION = elementwise(
    name="softsign",
    title="Softsign",
    symbol="softsign",
    category=Category.ACTIVATIONS,
    role=Role.LOCAL,
    summary="Squeezes any number into (−1, 1), more slowly than the hyperbolic tangent.",
    reference="Turian, Bergstra and Bengio, Quadratic features and deep architectures, 2009",
    forward=lambda x: x / (1 + np.abs(x)),
    latex=r"\frac{$x}{1 + |$x|}",
    local_latex=(r"\frac{1}{(1 + |$x|)^2}",),
    numpy="$x / (1 + np.abs($x))",
    numpy_local=("1 / np.square(1 + np.abs($x))",),
)


def _bounded(
    point: Array, state: State, gradient: Array, settings: Settings, step_number: int
) -> Update:
    step = -settings["learning_rate"] * gradient / (1 + np.abs(gradient))
    return Update(point + step, state, {"gradient": gradient, "step": step})


OPTIMIZER = Optimizer(
    name="bounded_descent",
    title="Bounded descent",
    settings=(learning_rate(0.05),),
    summary="Steps down the slope, but never further than the learning rate.",
    convention="No framework has it.",
    reference="Zhang et al., Why gradient clipping accelerates training, 2020",
    rule_latex=(r"w \leftarrow w - \eta\, \frac{g}{1 + |g|}",),
    terms=(GRADIENT, STEP.by("-{learning_rate}*{gradient}/(1 + absolute({gradient}))")),
    memory=0,
    rule=_bounded,
    training_rate=0.5,
    is_scale_free=True,
)

SURFACE = Surface(
    name="dish",
    title="Dish",
    formula="x**2 + 2*y**2",
    view=Box(-2.0, 2.0, -2.0, 2.0),
    start=Point(1.5, 1.0),
    minima=(Point(0.0, 0.0),),
    tuned=tune(
        sgd=0.1, momentum=0.01, nag=0.01, adagrad=0.5, adadelta=first_steps(1e-4), rmsprop=0.01,
        adam=0.1, bounded_descent=0.1,
    ),
    summary="A shallow bowl, twice as steep one way.",
    note="Every method finds its bottom.",
    reference="Boyd and Vandenberghe, Convex Optimization, 2004, section 9.3",
)  # fmt: skip


def _stripes(rng: np.random.Generator, settings: Mapping[str, float]) -> Points:
    inputs = rng.uniform(-1.0, 1.0, (int(settings["samples"]), 2))
    return inputs, np.asarray(np.abs(inputs[:, 0]) < 0.5, float)


DATA = DataRecipe(
    name="stripes",
    title="Stripes",
    summary="A stripe between two others: two lines part them.",
    reference="Minsky and Papert, Perceptrons, 1969",
    view=View(-1.2, 1.2, -1.2, 1.2),
    points=_stripes,
    settings=(SAMPLES,),
    lines_needed=2,
)

INITIALIZER = Initializer(
    name="narrow",
    title="Narrow",
    summary="Normal numbers of deviation 0.05: slow to begin.",
    reference="LeCun et al., Efficient BackProp, 1998",
    latex=r"w \sim \mathcal{N}(0,\ 0.05^2)",
    rule=lambda rng, inputs, outputs: rng.normal(0.0, 0.05, (inputs, outputs)),
)

LANGUAGE = Language(
    name="eo",
    title="Esperanto",
    own_name="Esperanto",
    invitation="Ŝanĝi al Esperanto",
    operation_names={"sech": ("sekanto",), "add": ("adicii",)},
)


@contextmanager
def scratch_records() -> Iterator[None]:
    """Let the tables hold all of them for a while."""
    with ExitStack() as stack:
        for table, records in (
            (OPERATIONS, (OPERATION, ACTIVATION)),
            (OPTIMIZERS, (OPTIMIZER,)),
            (SURFACES, (SURFACE,)),
            (ALL_DATA, (DATA,)),
            (INITIALIZERS, (INITIALIZER,)),
            (LANGUAGES, (LANGUAGE,)),
        ):
            stack.enter_context(table.holding(*records))
        yield
