"""One update worked out: every formula gives, with its numbers put in, what the rule computed."""

from __future__ import annotations

import numpy as np
import pytest

from engine.autodiff.passes.plan import compile_plan
from engine.autodiff.passes.reverse import forward_pass
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.optimizer import Optimizer
from engine.optimizers.race import race
from engine.optimizers.run import Run
from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.optimizers.step_terms import step_terms, terms_of
from engine.optimizers.trajectory import Trajectory
from engine.optimizers.treatments import TREATMENTS, Treated
from engine.optimizers.worked import WorkedTerm, quantity_names, term_graph, worked_terms
from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import compile_formula

ALL = [
    optimizer.in_variant(name)
    for optimizer in OPTIMIZERS.values()
    for name in ("", *(variant.name for variant in optimizer.variants))
]
each_rule = pytest.mark.parametrize("optimizer", ALL, ids=lambda o: f"{o.name} {o.variant}")


def descend(run: Run) -> Trajectory:
    bowl = compile_formula("x**2 + 3*y**2 + x*y")
    return race(bowl, [run], (1.5, -1.0), 4).trajectories[0]


def check(trajectory: Trajectory, step: int) -> None:
    results = {**trajectory.update_at(step).terms, "after": trajectory.points[step]}
    for item in step_terms(trajectory, step):
        term = item.term
        if term.name in results:
            np.testing.assert_array_equal(item.result, results[term.name])
        if not term.formula:
            assert term.name in ("gradient", "sign", "slope") or term.name.endswith(
                (" noise", " length")
            )
            continue
        graph = term_graph(term.formula)
        given = {}
        for place, name in enumerate(quantity_names(term)):
            node = graph.named(f"q{place}")
            assert node is not None
            given[node] = np.broadcast_to(np.asarray(item.quantities[name]), (2,))
        computed = forward_pass(compile_plan(graph), given)[graph.result or next(iter(given))]
        np.testing.assert_allclose(computed, item.result, rtol=1e-12)


@each_rule
@pytest.mark.parametrize("step", [1, 3])
def test_every_formula_gives_its_term(optimizer: Optimizer, step: int) -> None:
    check(descend(Run(optimizer, {"learning_rate": 0.01})), step)


def test_a_schedule_and_a_decay_are_in_the_numbers() -> None:
    run = Run(
        OPTIMIZERS["adam"],
        {"learning_rate": 0.01},
        schedules=(Scheduled(SCHEDULES["exponential"]),),
        treatments=(Treated(TREATMENTS["decoupled_weight_decay"]),),
    )
    check(descend(run), 3)


TREATED = [
    pytest.param([Treated(treatment, settings)], id=treatment.name)
    for treatment, settings in (
        (TREATMENTS["clip_norm"], {"limit": 0.5}),
        (TREATMENTS["clip_value"], {"limit": 0.5}),
        (TREATMENTS["gradient_noise"], {"variance": 1.0}),
        (TREATMENTS["weight_decay"], {"weight_decay": 0.3}),
        (TREATMENTS["decoupled_weight_decay"], {"weight_decay": 0.3}),
    )
]
each_treatment = pytest.mark.parametrize(
    "treated",
    [*TREATED, pytest.param([item.values[0][0] for item in TREATED], id="all of them")],  # type: ignore[index]
)


@each_treatment
@pytest.mark.parametrize("optimizer", ["sgd", "nag", "adamw"])
def test_a_treatment_is_terms_of_its_own(optimizer: str, treated: list[Treated]) -> None:
    run = Run(OPTIMIZERS[optimizer], {"learning_rate": 0.01}, treatments=tuple(treated))
    trajectory = descend(run)
    check(trajectory, 3)
    items = {item.term.name: item for item in step_terms(trajectory, 3)}
    assert tuple(item.term for item in items.values()) == tuple(
        term._replace(formula=items[term.name].term.formula) for term in terms_of(run)
    )
    x, y = trajectory.gradient_point(3)
    slope = items.get("slope", items["gradient"])
    np.testing.assert_allclose(slope.result, [2 * x + y, 6 * y + x], rtol=1e-12)
    # One symbol is one number.
    shown = {}
    for item in items.values():
        if item.term.name not in ("after", "step", *(term.name for term in run.optimizer.terms)):
            assert item.term.symbol not in shown
            shown[item.term.symbol] = item.result


def test_the_slope_of_the_surface_is_not_what_a_treatment_makes_of_it() -> None:
    run = Run(
        OPTIMIZERS["sgd"],
        {"learning_rate": 0.01},
        treatments=(Treated(TREATMENTS["weight_decay"], {"weight_decay": 0.01}),),
    )
    himmelblau = compile_formula(SURFACES["himmelblau"].formula)
    trajectory = race(himmelblau, [run], (-1.581, 0.3483), 1).trajectories[0]
    terms = worked_terms(trajectory, 1)
    assert find(terms, "slope").formula == r"\nabla f\left(-1.581,\ 0.3483\right)"
    assert find(terms, "slope").numbers[0] == r"\nabla f \approx 34.63"
    assert find(terms, "weight_decay pull").formula == r"d = \lambda \cdot w"
    assert find(terms, "gradient").formula == r"g = \nabla f + d"
    assert find(terms, "gradient").numbers[0] == (r"34.635 + \left(-0.01581\right) \approx 34.62")


def test_what_hardly_moves_a_point_is_seen_in_it() -> None:
    bowl = compile_formula("0.000313*x + y")
    run = Run(OPTIMIZERS["sgd"], {"learning_rate": 1.0})
    terms = worked_terms(race(bowl, [run], (2.5, 0.0), 1).trajectories[0], 1)
    assert find(terms, "after").numbers == (
        r"2.5 + \left(-0.000313\right) \approx 2.4997",
        r"0 + \left(-1\right) = -1",
    )


def find(terms: tuple[WorkedTerm, ...], name: str) -> WorkedTerm:
    return next(worked for worked in terms if worked.term.name == name)


def test_momentum_reads_as_the_course_writes_it() -> None:
    run = Run(OPTIMIZERS["momentum"], {"learning_rate": 0.1, "momentum": 0.9})
    terms = worked_terms(descend(run), 2)
    assert find(terms, "velocity").formula == r"v \leftarrow \gamma \cdot v - \eta \cdot g"
    # The first step: g = (2, −4.5), v = (−0.2, 0.45).
    assert find(terms, "velocity").numbers[0].startswith(r"0.9 \cdot \left(-0.2\right) - 0.1")
    assert find(terms, "step").formula == r"\Delta w = v"
    assert find(terms, "after").formula == r"w \leftarrow w + \Delta w"


def test_the_gradient_says_where_it_was_taken() -> None:
    run = Run(OPTIMIZERS["nag"], {"learning_rate": 0.1, "momentum": 0.9})
    trajectory = descend(run)
    # After v = (−0.2, 0.45), the second step looks from (1.3, −0.55) to (1.12, −0.145).
    np.testing.assert_allclose(trajectory.gradient_point(2), [1.12, -0.145])
    assert (
        find(worked_terms(trajectory, 2), "gradient").formula
        == r"g = \nabla f\left(1.12,\ -0.145\right)"
    )


def test_a_symbol_that_is_its_formula_is_not_written_twice() -> None:
    terms = worked_terms(descend(Run(OPTIMIZERS["adagrad"])), 1)
    assert find(terms, "root").formula == r"\sqrt{G + \epsilon}"


def test_a_length_is_worked_out_from_both_parts() -> None:
    treated = (Treated(TREATMENTS["clip_norm"], {"limit": 1.0}),)
    run = Run(OPTIMIZERS["momentum"], {"learning_rate": 0.1}, treatments=treated)
    terms = worked_terms(
        race(compile_formula("3*x + 4*y"), [run], (0.0, 0.0), 1).trajectories[0], 1
    )
    length = find(terms, "clip_norm length")
    assert length.formula == (
        r"\ell = \sqrt{{\left(\nabla f\right)_{1}}^2 + {\left(\nabla f\right)_{2}}^2}"
    )
    assert length.numbers == (r"\sqrt{{3}^2 + {4}^2} = 5",) * 2
    # A term that only has another name is told with its number once.
    assert find(terms, "step").numbers[0] == r"\Delta w = -0.06"


def test_there_is_no_step_before_the_first_and_after_the_last() -> None:
    trajectory = descend(Run(OPTIMIZERS["momentum"]))
    assert [float(part.sum()) for part in trajectory.state_before(1)] == [0.0]
    np.testing.assert_array_equal(trajectory.state_before(2)[0], trajectory.update_at(1).state[0])
    for step in (0, 5):
        with pytest.raises(IndexError, match="no step"):
            trajectory.gradient_point(step)


def test_a_square_beyond_the_largest_number_is_written_as_infinite() -> None:
    steep = compile_formula("1e200*x - 1e200*y")
    run = Run(OPTIMIZERS["adagrad"], {"learning_rate": 0.1})
    (path,) = race(steep, [run], (1.0, 1.0), 2).trajectories
    written = [line for item in worked_terms(path, 1) for line in item.numbers]
    assert r"0 + {\left(1 \cdot 10^{200}\right)}^2 = \infty" in written
    assert r"\sqrt{\infty + 1 \cdot 10^{-8}} = \infty" in written
    assert not any("NaN" in line for line in written)
