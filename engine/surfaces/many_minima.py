"""Surfaces with many minima or rings of them, where the deepest one is hard to find."""

from __future__ import annotations

from engine.surfaces.surface import Box, Point, Surface, first_steps, tune

# 1e−4 and 1e−16 under the roots keep the slopes defined at the minimum, where a root has none.
_RIPPLE = "sqrt(100*(x**2 + y**2) + 0.0001)"

RECORDS = (
    Surface(
        name="two_wells",
        title="Two wells",
        formula=("x**2 + y**2 - 2*exp(-((x - 1)**2 + y**2)/0.2) - 6*exp(-((x + 1)**2 + y**2)/0.2)"),
        view=Box(-2.0, 2.0, -2.0, 2.0),
        start=Point(1.5, 1.5),
        minima=(Point(-0.9675774464554597, 0.0),),
        tuned=tune(
            sgd=0.02,
            momentum=0.005,
            nag=0.007,
            adagrad=0.1,
            adadelta=first_steps(),
            rmsprop=0.01,
            adam=0.1,
            nadam=0.2,
            adamw=0.1,
            lion=0.01,
        ),
        goal=-5.0,
        summary="A bowl with a shallow well on the way and a deep one behind it.",
        note="What has no momentum falls into the first well and stays there.",
    ),
    Surface(
        name="rastrigin",
        title="Rastrigin",
        formula="20 + x**2 - 10*cos(6.283185307179586*x) + y**2 - 10*cos(6.283185307179586*y)",
        view=Box(-5.12, 5.12, -5.12, 5.12),
        start=Point(-2.0, 3.5),
        minima=(Point(0.0, 0.0),),
        tuned=tune(
            sgd=0.001,
            momentum=0.0003,
            nag=0.0003,
            adagrad=0.1,
            adadelta=first_steps(),
            rmsprop=0.005,
            adam=0.02,
            nadam=0.02,
            adamw=0.02,
            lion=0.002,
        ),
        summary="A bowl under a hundred and twenty dimples, each of them a minimum.",
        note="Every method stops in a dimple near its start: slopes know nothing of other valleys.",
        reference="Rastrigin, Systems of extremal control, 1974",
    ),
    Surface(
        name="ackley",
        title="Ackley",
        formula=(
            "22.718281828459045 - 20*exp(-0.2*sqrt((x**2 + y**2)/2 + 1e-16))"
            " - exp((cos(6.283185307179586*x) + cos(6.283185307179586*y))/2)"
        ),
        view=Box(-5.0, 5.0, -5.0, 5.0),
        start=Point(-3.2, 2.6),
        minima=(Point(0.0, 0.0),),
        tuned=tune(
            sgd=0.01,
            momentum=0.02,
            nag=0.02,
            adagrad=1.0,
            adadelta=first_steps(1e-3),
            rmsprop=0.05,
            adam=0.5,
            nadam=0.5,
            adamw=0.5,
            lion=0.3,
        ),
        goal=0.1,
        summary="A funnel with a rippled wall.",
        note="Large steps jump over the ripples, and must become small at the bottom.",
        reference="Ackley, A connectionist machine for genetic hillclimbing, 1987",
    ),
    Surface(
        name="plateau",
        title="Rings",
        formula=f"x**2 + y**2 - sin({_RIPPLE})/{_RIPPLE}",
        view=Box(-2.0, 2.0, -2.0, 2.0),
        start=Point(1.5, 1.2),
        minima=(Point(0.0, 0.0),),
        tuned=tune(
            sgd=0.01,
            momentum=0.002,
            nag=0.002,
            adagrad=0.5,
            adadelta=first_steps(1e-4),
            rmsprop=0.02,
            adam=0.03,
            nadam=0.03,
            adamw=0.03,
            lion=0.005,
        ),
        goal=-0.9,
        summary="A bowl with rings of ripples that are nearly flat further in.",
        note="Momentum carries a run over the rings where plain SGD comes to rest on one.",
    ),
)
