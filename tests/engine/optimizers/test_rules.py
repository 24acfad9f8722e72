"""Each update rule against arithmetic written out again in plain numbers."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest

from engine.errors import OperationError, SettingError
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.optimizer import Optimizer
from engine.optimizers.run import Run

Slope = Callable[[float], float]
EPS = 1e-8


def follow(name: str, slope: Slope, start: float, steps: int, **settings: float) -> list[float]:
    optimizer = OPTIMIZERS[name]
    complete = optimizer.check(settings)
    point = np.array([start])
    state = optimizer.start(point)
    path = []
    for number in range(1, steps + 1):
        at = optimizer.gradient_point(point, state, complete)
        update = optimizer.update(point, state, np.array([slope(at[0])]), complete, number)
        point, state = update.point, update.state
        path.append(float(point[0]))
    return path


def test_sgd_by_hand() -> None:
    # f = w², g = 2w: each step multiplies w by 1 − 2η.
    assert follow("sgd", lambda w: 2 * w, 1.0, 3, learning_rate=0.1) == pytest.approx(
        [0.8, 0.64, 0.512]
    )


def test_momentum_by_hand() -> None:
    # v: −0.2, −0.34, −0.398; w: 0.8, 0.46, 0.062.
    path = follow("momentum", lambda w: 2 * w, 1.0, 3, learning_rate=0.1, momentum=0.9)
    assert path == pytest.approx([0.8, 0.46, 0.062])


def test_nag_takes_the_gradient_where_the_velocity_carries_it() -> None:
    # Step 2 looks at 0.8 + 0.9·(−0.2) = 0.62, so v = −0.18 − 0.124 = −0.304.
    path = follow("nag", lambda w: 2 * w, 1.0, 2, learning_rate=0.1, momentum=0.9)
    assert path == pytest.approx([0.8, 0.496])


def test_momentum_of_zero_is_sgd() -> None:
    for name in ("momentum", "nag"):
        plain = follow("sgd", math.sin, 1.0, 20, learning_rate=0.3)
        assert follow(name, math.sin, 1.0, 20, learning_rate=0.3, momentum=0.0) == pytest.approx(
            plain
        )


def test_adagrad_by_hand() -> None:
    # A constant gradient of 3: G = 9, 18, …, so step t is −η·3/√(9t) = −η/√t.
    path = follow("adagrad", lambda w: 3.0, 0.0, 3, learning_rate=0.5, epsilon=1e-12)
    steps = [-0.5, -0.5 / math.sqrt(2), -0.5 / math.sqrt(3)]
    assert path == pytest.approx(np.cumsum(steps))


def test_rmsprop_by_hand() -> None:
    # g = 2: G = 0.1·4 = 0.4, then 0.9·0.4 + 0.4 = 0.76.
    path = follow("rmsprop", lambda w: 2.0, 0.0, 2, learning_rate=0.1, decay=0.9, epsilon=1e-12)
    first = -0.1 * 2 / math.sqrt(0.4)
    assert path == pytest.approx([first, first - 0.1 * 2 / math.sqrt(0.76)])


def test_adadelta_by_hand() -> None:
    # From zero memories the first step is −√ε/√((1−ρ)g² + ε)·g.
    (first,) = follow("adadelta", lambda w: 2.0, 0.0, 1, decay=0.95, epsilon=1e-6)
    assert first == pytest.approx(-math.sqrt(1e-6) / math.sqrt(0.05 * 4 + 1e-6) * 2)


def test_adadelta_paper_needs_no_learning_rate() -> None:
    whole = follow("adadelta", lambda w: 2.0, 0.0, 5)
    half = follow("adadelta", lambda w: 2.0, 0.0, 5, learning_rate=0.5)
    assert half == pytest.approx([w / 2 for w in whole])


def test_adam_first_step_is_the_learning_rate_whatever_the_gradient() -> None:
    for gradient in (1e-3, 1.0, 1e6):
        (first,) = follow("adam", lambda w, g=gradient: g, 0.0, 1, learning_rate=0.01)  # type: ignore[misc]
        assert first == pytest.approx(-0.01, rel=1e-4)


def plain_adam(slope: Slope, w: float, steps: int, rate: float) -> list[float]:
    """Kingma and Ba's algorithm 1, with the sums written as sums instead of recursions."""
    seen: list[float] = []
    path = []
    for _ in range(steps):
        seen.append(slope(w))
        t = len(seen)
        m = sum(0.1 * 0.9 ** (t - 1 - i) * g for i, g in enumerate(seen))
        v = sum(0.001 * 0.999 ** (t - 1 - i) * g * g for i, g in enumerate(seen))
        w -= rate * (m / (1 - 0.9**t)) / (math.sqrt(v / (1 - 0.999**t)) + EPS)
        path.append(w)
    return path


def plain_rmsprop(slope: Slope, w: float, steps: int, rate: float) -> list[float]:
    seen: list[float] = []
    path = []
    for _ in range(steps):
        seen.append(slope(w))
        t = len(seen)
        mean = sum(0.1 * 0.9 ** (t - 1 - i) * g * g for i, g in enumerate(seen))
        w -= rate * seen[-1] / math.sqrt(mean + EPS)
        path.append(w)
    return path


def plain_nag(slope: Slope, w: float, steps: int, rate: float) -> list[float]:
    """The frameworks' form on the look-ahead points, carried back to the course's points."""
    ahead, buffer = w, 0.0
    path = []
    for _ in range(steps):
        g = slope(ahead)
        buffer = 0.9 * buffer + g
        ahead -= rate * (g + 0.9 * buffer)
        path.append(ahead + rate * 0.9 * buffer)
    return path


@pytest.mark.parametrize(
    ("name", "plain"), [("adam", plain_adam), ("rmsprop", plain_rmsprop), ("nag", plain_nag)]
)
def test_follows_an_independent_implementation(
    name: str, plain: Callable[[Slope, float, int, float], list[float]]
) -> None:
    def slope(w: float) -> float:
        return math.sin(3 * w) + w

    expected = plain(slope, 1.5, 150, 0.02)
    assert follow(name, slope, 1.5, 150, learning_rate=0.02) == pytest.approx(expected, rel=1e-9)


CONVENTIONS = [
    optimizer.in_variant(name)
    for optimizer in OPTIMIZERS.values()
    for name in ("", *(variant.name for variant in optimizer.variants))
]
each_convention = pytest.mark.parametrize(
    "optimizer", CONVENTIONS, ids=lambda item: f"{item.name} {item.variant}".strip()
)


@each_convention
def test_any_shape_is_the_same_as_one_number_at_a_time(optimizer: Optimizer) -> None:
    rng = np.random.default_rng(1)
    points, gradients = rng.normal(size=(4, 5)), rng.normal(size=(6, 4, 5))
    settings = optimizer.check({})
    point, state = points, optimizer.start(points)
    single = [(np.array(w), optimizer.start(np.array(w))) for w in points.ravel()]
    for number, gradient in enumerate(gradients, start=1):
        update = optimizer.update(point, state, gradient, settings, number)
        point, state = update.point, update.state
        for index, g in enumerate(gradient.ravel()):
            one = optimizer.update(*single[index], np.array(g), settings, number)
            single[index] = (one.point, one.state)
    np.testing.assert_allclose(point.ravel(), [float(w) for w, _ in single], rtol=1e-12)


@each_convention
def test_terms_are_the_declared_ones_and_end_with_the_step(optimizer: Optimizer) -> None:
    point = np.array([1.0, -2.0])
    settings = optimizer.check({})
    update = optimizer.update(point, optimizer.start(point), point * 2, settings, 1)
    assert tuple(update.terms) == tuple(term.name for term in optimizer.terms)
    assert optimizer.terms[-1].name == "step"
    np.testing.assert_allclose(update.point - point, update.terms["step"])
    assert all(value.shape == point.shape for value in update.terms.values())
    assert optimizer.settings[0].name == "learning_rate"


def test_the_seven_methods_of_the_course_in_their_order() -> None:
    course = ["sgd", "momentum", "nag", "adagrad", "adadelta", "rmsprop", "adam"]
    assert [name for name, optimizer in OPTIMIZERS.items() if optimizer.in_course] == course
    assert OPTIMIZERS.find("nesterov") is OPTIMIZERS["nag"]


@pytest.mark.parametrize(
    ("name", "settings", "words"),
    [
        ("sgd", {"learning_rate": 0.0}, "learning rate must lie between"),
        ("adam", {"beta1": 1.0}, "first decay must lie between 0 and"),
        ("adam", {"learning_rate": math.nan}, "learning rate"),
        ("sgd", {"momentum": 0.9}, "no setting “momentum”"),
    ],
)
def test_bad_settings_are_refused_in_a_sentence(
    name: str, settings: dict[str, float], words: str
) -> None:
    with pytest.raises(SettingError, match=words):
        Run(OPTIMIZERS[name], settings)


def test_a_run_fills_in_the_defaults() -> None:
    assert Run(OPTIMIZERS["momentum"], {"learning_rate": 0.5}).settings == {
        "learning_rate": 0.5,
        "momentum": 0.9,
    }


def test_lion_moves_every_coordinate_by_the_same_amount_against_its_sign() -> None:
    # m: 0, then 0.01·2 = 0.02; c stays positive, so each step is −η.
    path = follow("lion", lambda w: 2.0, 0.0, 3, learning_rate=0.1)
    assert path == pytest.approx([-0.1, -0.2, -0.3])
    assert follow("lion", lambda w: 0.0, 5.0, 2, learning_rate=0.1) == [5.0, 5.0]
    decayed = follow("lion", lambda w: 1.0, 2.0, 1, learning_rate=0.1, weight_decay=0.5)
    assert decayed == pytest.approx([2.0 - 0.1 * (1 + 0.5 * 2.0)])


def plain_lion(slope: Slope, w: float, steps: int, rate: float) -> list[float]:
    """Chen et al.'s algorithm 2, with the memory written as a sum instead of a recursion."""
    seen: list[float] = []
    path = []
    for _ in range(steps):
        memory = sum(0.01 * 0.99 ** (len(seen) - 1 - i) * g for i, g in enumerate(seen))
        seen.append(slope(w))
        mixed = 0.9 * memory + 0.1 * seen[-1]
        w -= rate * math.copysign(1.0, mixed)
        path.append(w)
    return path


def plain_nadam(slope: Slope, w: float, steps: int, rate: float) -> list[float]:
    """Dozat's algorithm with a constant share, its moments written as sums."""
    seen: list[float] = []
    path = []
    for _ in range(steps):
        seen.append(slope(w))
        t = len(seen)
        m = sum(0.1 * 0.9 ** (t - 1 - i) * g for i, g in enumerate(seen))
        v = sum(0.001 * 0.999 ** (t - 1 - i) * g * g for i, g in enumerate(seen))
        ahead = 0.9 * m / (1 - 0.9 ** (t + 1)) + 0.1 * seen[-1] / (1 - 0.9**t)
        w -= rate * ahead / (math.sqrt(v / (1 - 0.999**t)) + EPS)
        path.append(w)
    return path


def test_lion_and_nadam_follow_independent_implementations() -> None:
    def slope(w: float) -> float:
        return math.sin(3 * w) + w

    for name, plain in (("lion", plain_lion), ("nadam", plain_nadam)):
        expected = plain(slope, 1.5, 150, 0.02)
        assert follow(name, slope, 1.5, 150, learning_rate=0.02) == pytest.approx(expected)


def test_adamw_without_decay_is_adam() -> None:
    adam = follow("adam", math.sin, 1.0, 50)
    assert follow("adamw", math.sin, 1.0, 50, weight_decay=0.0) == pytest.approx(adam)
    # With no gradient at all only the decay is left.
    alone = follow("adamw", lambda w: 0.0, 1.0, 2, learning_rate=0.1, weight_decay=0.5)
    assert alone == pytest.approx([0.95, 0.95**2])


def test_the_paper_s_adamw_decays_independently_of_the_rate() -> None:
    optimizer = OPTIMIZERS["adamw"].in_variant("paper")
    for rate in (0.1, 0.001):
        settings = optimizer.check({"learning_rate": rate, "weight_decay": 0.25})
        update = optimizer.update(
            np.array([2.0]), optimizer.start(np.zeros(1)), np.zeros(1), settings, 1
        )
        assert update.point[0] == pytest.approx(1.5)


def test_optax_s_adagrad_starts_its_sum_at_a_tenth() -> None:
    optimizer = OPTIMIZERS["adagrad"].in_variant("optax")
    settings = optimizer.check({"learning_rate": 1.0})
    update = optimizer.update(
        np.zeros(1), optimizer.start(np.zeros(1)), np.array([2.0]), settings, 1
    )
    assert update.point[0] == pytest.approx(-2 / math.sqrt(4.1 + 1e-7))


def test_keras_s_adam_feels_epsilon_before_the_correction() -> None:
    optimizer = OPTIMIZERS["adam"].in_variant("keras")
    settings = optimizer.check({"learning_rate": 0.1, "epsilon": 0.01})
    update = optimizer.update(
        np.zeros(1), optimizer.start(np.zeros(1)), np.array([2.0]), settings, 1
    )
    root = math.sqrt(0.001 * 4)
    expected = -0.1 * math.sqrt(0.001) / 0.1 * (0.1 * 2) / (root + 0.01)
    assert update.point[0] == pytest.approx(expected)


@each_convention
def test_a_variant_is_a_whole_record(optimizer: Optimizer) -> None:
    assert len(optimizer.rule_latex) >= 1
    assert len(optimizer.start(np.zeros(3))) == optimizer.memory
    assert optimizer.in_variant(optimizer.variant) is optimizer
    names = [variant.name for variant in optimizer.variants]
    assert len(set(names)) == len(names)
    assert hash(optimizer) == hash(optimizer.in_variant(optimizer.variant))


def test_a_variant_brings_its_framework_s_defaults() -> None:
    rmsprop = OPTIMIZERS["rmsprop"].in_variant("pytorch")
    assert rmsprop.check({})["decay"] == 0.99
    assert rmsprop.name == "rmsprop"
    assert OPTIMIZERS["rmsprop"].check({})["decay"] == 0.9
    assert "momentum_decay" in OPTIMIZERS["nadam"].in_variant("pytorch").check({})


@pytest.mark.parametrize(("name", "known"), [("adam", "keras"), ("sgd", "none")])
def test_an_unknown_variant_is_refused_with_those_there_are(name: str, known: str) -> None:
    with pytest.raises(OperationError, match=f"no variant “caffe”; its variants are: {known}"):
        OPTIMIZERS[name].in_variant("caffe")
