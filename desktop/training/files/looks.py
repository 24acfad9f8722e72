"""How a training is looked at, in the words in which its file tells of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass, replace

from desktop.training.curves.curves_view import CurvesView
from desktop.training.experiments.experiment_stack import ExperimentStack
from desktop.training.network.layout import Bias, Connection, Part, Unit
from desktop.training.network.selection import Sample, Selection
from desktop.training.pictures.stage import Stage
from engine.graph.text_limits import LONGEST_NAME
from engine.training.analysis.input_plane import choice_text, read_choice
from engine.training.run.run import TrainingRun

_ON = {True: "yes", False: "no"}


@dataclass(frozen=True)
class Looks:
    """What of the page is chosen to be looked at; no number depends on it.

    Attributes:
        stage: The large picture.
        curves: The plots below.
        selection: The sample and the part of the network that are looked at closely.
        experiments: The training and the experiments.
    """

    stage: Stage
    curves: CurvesView
    selection: Selection
    experiments: ExperimentStack

    def told(self) -> dict[str, str]:
        """Return what is chosen, by name."""
        look, options = self.curves.look, self.stage.boundary_view.options
        told = {
            "picture": self.stage.name,
            "experiment": self.experiments.current,
            "curves": look.progress,
            "layer_curves": look.layers,
            "log_loss": _ON[look.is_loss_log],
            "log_layers": _ON[look.are_layers_log],
            "test_samples": _ON[options.shows_test],
            "discrete": _ON[options.is_discrete],
            "plane": choice_text(self.selection.plane_choice, LONGEST_NAME),
        }
        told |= {f"{name}_place": str(place) for name, place in self.experiments.places.items()}
        sample, part = self.selection.sample, self.selection.part
        if sample is not None:
            told["test_sample" if sample.is_test else "sample"] = str(sample.row)
        if part is not None:
            told[_part_key(part)] = " ".join(map(str, _part_numbers(part)))
        return told

    def show(self, told: Mapping[str, str], run: TrainingRun) -> None:
        """Look at what is told; what this program or the run does not have stays as it is."""
        self._show_pictures(told)
        for key in ("sample", "test_sample"):
            numbers = _numbers(told.get(key), 1)
            if numbers:
                self.selection.set_sample(Sample(numbers[0], key == "test_sample"))
        plane = read_choice(told.get("plane", ""))
        if plane is not None:
            self.selection.choose_plane(plane)
        part = _part_in(told)
        if part is not None:
            self.selection.set_part(part)
        self.selection.fit(run)
        places = {name: _numbers(told.get(f"{name}_place"), 1) for name in self.experiments.names}
        self.experiments.come_to({name: place[0] for name, place in places.items() if place})
        experiment = told.get("experiment")
        if experiment in self.experiments.names and experiment != self.experiments.current:
            self.experiments.show_view(experiment)

    def _show_pictures(self, told: Mapping[str, str]) -> None:
        curves, boundary = self.curves, self.stage.boundary_view
        picture = told.get("picture")
        if picture in self.stage.names:
            self.stage.choose(picture)
        look, options = curves.look, boundary.options
        names = [
            tuple(switch.actions_by_name)
            for switch in (curves.progress_segments, curves.layer_segments)
        ]
        look = replace(
            look,
            progress=_among(told.get("curves"), names[0], look.progress),
            layers=_among(told.get("layer_curves"), names[1], look.layers),
            is_loss_log=_is_on(told.get("log_loss"), look.is_loss_log),
            are_layers_log=_is_on(told.get("log_layers"), look.are_layers_log),
        )
        if look != curves.look:
            curves.set_look(look)
        boundary.set_options(
            replace(
                options,
                shows_test=_is_on(told.get("test_samples"), options.shows_test),
                is_discrete=_is_on(told.get("discrete"), options.is_discrete),
            )
        )


def _among(text: str | None, known: tuple[str, ...], otherwise: str) -> str:
    return text if text in known else otherwise


def _is_on(text: str | None, otherwise: bool) -> bool:
    return {"yes": True, "no": False}.get(text or "", otherwise)


def _part_key(part: Part) -> str:
    return {Unit: "unit", Bias: "bias", Connection: "weight"}[type(part)]


def _part_numbers(part: Part) -> tuple[int, ...]:
    if isinstance(part, Unit):
        return astuple(part)
    if isinstance(part, Bias):
        return astuple(part.unit)
    return (*astuple(part.source), *astuple(part.target))


def _part_in(told: Mapping[str, str]) -> Part | None:
    """Return the part that is told of; one that the network does not have is nowhere."""
    unit, bias = _numbers(told.get("unit"), 2), _numbers(told.get("bias"), 2)
    weight = _numbers(told.get("weight"), 4)
    if unit:
        return Unit(*unit)
    if bias:
        return Bias(Unit(*bias))
    return Connection(Unit(*weight[:2]), Unit(*weight[2:])) if weight else None


def _numbers(text: str | None, count: int) -> tuple[int, ...]:
    """Return so many whole numbers of a text; none where it holds others."""
    words = (text or "").split()
    if len(words) != count or not all(word.isascii() and word.isdigit() for word in words):
        return ()
    return tuple(map(int, words))
