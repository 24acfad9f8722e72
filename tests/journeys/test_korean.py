"""A walk through the Korean interface: every page, menu, tip, card, example, dialog and problem.

Nothing that is shown on the way is an English sentence, nor a text of the catalogs as it stands in
the code.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.activations.page import ActivationsPage
from desktop.app import make_companion, make_spaces
from desktop.foundation.settings import LANGUAGE, THEME, Settings
from desktop.foundation.theme import apply_theme
from desktop.foundation.translation import CATALOGS, install
from desktop.graph_editor.files.drawing_files import examples
from desktop.graph_editor.page import GraphPage
from desktop.optimizers.page import OptimizersPage
from desktop.shell.actions import ActionId
from desktop.shell.application import Application
from desktop.training.page import TrainingPage
from desktop.training.pictures.stage import HIDDEN, LANDSCAPE
from engine.activations.activation_setup import LINEAR, SIGNALS
from engine.formula.signature import written_form
from engine.languages.catalog import LANGUAGES
from engine.operations.catalog import OPERATIONS
from engine.races.own_surface import OwnKind
from engine.training.initializers.catalog import INITIALIZERS
from tests.screenshots import (
    activation_situations,
    graph_situations,
    optimizer_situations,
    training_situations,
)
from tests.screenshots.hands import choose, click, type_number, type_text
from tests.screenshots.stage import Stage
from tests.support.shown_texts import fill_menus, painted_texts, shown_texts
from tests.support.update_translations import FOLDER, read_messages

# What is written in Latin letters in Korean too.
NAMES = (
    # functions and methods
    "Leaky ReLU", "ReLU", "PReLU", "SELU", "GELU", "ELU", "tanh", "Swish", "Softplus", "Maxout",
    "SGD", "Momentum", "Nesterov", "NAG", "Adam", "AdamW", "Nadam", "Adagrad", "Adadelta",
    "RMSprop", "Lion", "MSE", "XOR", "OR", "AND", "XNOR", "SVM",
    # people
    "Xavier", "He", "Loshchilov", "Hutter", "Minsky", "Papert",
    # programs, libraries and formats
    "Wiregrad", "PyTorch", "Optax", "Keras", "scikit-learn", "NumPy", "TensorFlow Playground",
    "Python", "Qt", "MIT", "ISC", "Lucide", "Graphviz DOT", "LaTeX", "amsmath", "PNG", "SVG", "PDF",
    "GIF", "CSV", "npz", "zero_grad", "bipolar_step",
    # keys
    "Ctrl", "Shift", "Alt", "Tab", "Enter", "Esc", "Space", "Home", "End", "Page Up", "Page Down",
    "Delete", "Del", "Backspace",
)  # fmt: skip
_NAMES = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, NAMES), key=len, reverse=True))})\b")
_SENTENCE = re.compile(r"(?:[A-Za-z][A-Za-z’'-]+[ ,;:.]+){2,}[A-Za-z][A-Za-z’'-]+")
_MARKUP, _WORD = re.compile(r"<[^>]*>"), re.compile(r"[A-Za-z]{2}")
_SLIPS = ("x @", "y = x + foo(x)", "1/0 + x", "log(0 - 1) + x", "[1, 2] + [1, 2, 3]")

Step = Callable[[Stage], None]


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    settings = Settings(str(tmp_path / "settings.ini"))
    settings.set(LANGUAGE, "ko")
    settings.set(THEME, "light")
    made = Stage(Application(qapp, settings, make_spaces, make_companion), settings, tmp_path)
    # In a small window columns fold, and nobody would read what stands in them.
    made.go_to("graph")
    yield made
    made.close()
    install(qapp, "en")
    apply_theme(qapp, "light", 1.0)


def graph_walk(stage: Stage) -> Iterator[str]:
    graph_situations.show_a2_backward(stage)
    yield "backward"
    page = stage.page
    assert isinstance(page, GraphPage)
    for example in examples():
        page.examples.show_example(example.name)
        yield example.name
    page.examples.show_example("a2")
    result = page.document.graph.result
    assert result is not None
    page.scene.select({result})
    for name, command in page.dock.actions_by_name.items():
        command.trigger()
        yield name
    page.canvas_actions["open_numbers"].trigger()
    yield "card"
    graph_situations.show_group(stage)
    yield "group"
    graph_situations.show_group_entered(stage)
    yield "inside"
    graph_situations.show_exercise(stage)
    yield "exercise"
    page = stage.page
    assert isinstance(page, GraphPage)
    for formula in _SLIPS:
        type_text(page.formula_bar.field, formula)
        stage.settle()
        yield formula


def activations_walk(stage: Stage) -> Iterator[str]:
    activation_situations.show_bad_formula(stage)
    yield "problem"
    page = stage.page
    assert isinstance(page, ActivationsPage)
    type_text(page.functions.own.edit, "x*sigmoid(2*x)")
    yield "own function"
    for view in (SIGNALS, LINEAR):
        click(page.views.button(view))
        yield view


def optimizers_walk(stage: Stage) -> Iterator[str]:
    optimizer_situations.show_update(stage)
    yield "update"
    page = stage.page
    assert isinstance(page, OptimizersPage)
    for plot in ("distance", "rate"):
        click(page.stage.progress.switch.button(plot))
        yield plot
    page.stage.surface_stage.switch.actions_by_name["space"].trigger()
    yield "in space"
    for kind in OwnKind:
        click(page.surface_panel.own.chip(kind))
        stage.settle()
        yield kind.name
    optimizer_situations.show_diverged(stage)
    yield "diverged"
    optimizer_situations.show_sweep(stage)
    yield "sweep"
    optimizer_situations.show_basins(stage)
    yield "basins"


def training_walk(stage: Stage) -> Iterator[str]:
    training_situations.show_arithmetic(stage)
    yield "arithmetic"
    page = stage.page
    assert isinstance(page, TrainingPage)
    for picture in (HIDDEN, LANDSCAPE):
        click(page.stage.segments.button(picture))
        yield picture
    choose(page.setup_panel.network.initializer_box, "zeros")
    type_number(page.setup_panel.training.form.field("learning_rate"), "10")
    stage.press(Qt.Key.Key_E)
    yield "identical units"
    for name in ("seeds", "compare", "perceptron", "regression", "gradients"):
        click(page.views.tabs.button(name))
        yield name
    training_situations.show_table(stage)
    yield "table"


def dialogs_walk(stage: Stage) -> Iterator[str]:
    stage.start_anew("graph")
    for command in (ActionId.SHORTCUTS, ActionId.PREFERENCES, ActionId.ABOUT):
        stage.window.commands[command].trigger()
        yield command.name
        dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
        assert dialog is not None
        dialog.close()
    QTest.keyClick(stage.page, Qt.Key.Key_Tab)
    yield "search"


WALKS = {
    "graph": graph_walk,
    "activations": activations_walk,
    "optimizers": optimizers_walk,
    "training": training_walk,
    "dialogs": dialogs_walk,
}


@pytest.mark.parametrize("name", WALKS)
def test_nothing_english_is_shown_in_the_korean_interface(stage: Stage, name: str) -> None:
    english: dict[str, str] = {}
    seen: set[str] = set()
    for place in WALKS[name](stage):
        stage.settle()
        fill_menus(stage.window)
        with painted_texts() as painted:
            stage.window.grab()
        fresh = (shown_texts() | painted) - seen
        seen |= fresh
        english.update({text: place for text in fresh if is_english(text)})
    assert len(seen) > 100
    assert not english


def test_an_english_text_would_be_noticed() -> None:
    assert is_english("PyTorch and Optax apply the same rule.")
    assert is_english("<b>Step back</b>")
    assert is_english("값: the weights of a layer")
    assert not is_english("Leaky ReLU, SGD, Xavier")
    assert not is_english("한 단계 뒤로(Ctrl+Shift+Z)")


def is_english(text: str) -> bool:
    """Tell whether a text says something that Korean says in other words."""
    said = html.unescape(_MARKUP.sub(" ", text)).replace("&", "").strip()
    for words in _own_words():
        said = said.replace(words, "")
    sources, translations = _catalogs()
    if said in sources and said not in translations and _WORD.search(said):
        return True
    return _SENTENCE.search(_NAMES.sub("", said)) is not None


@cache
def _own_words() -> frozenset[str]:
    """Return what is in its own words: a language offering itself, a book's title, a formula."""
    languages = LANGUAGES.values()
    offers = (words for each in languages for words in (each.own_name, each.invitation))
    works = (record.reference for table in (OPERATIONS, INITIALIZERS) for record in table.values())
    forms = (form for record in OPERATIONS.values() if "(" in (form := written_form(record)))
    return frozenset([*offers, *filter(None, works), *forms])


@cache
def _catalogs() -> tuple[frozenset[str], frozenset[str]]:
    """Return the texts of the code that Korean translates, and what it says for them."""
    messages = [m for name in CATALOGS for m in read_messages(FOLDER / f"{name}_ko.ts")]
    sources = {message.source.replace("&", "") for message in messages}
    said = {text.replace("&", "") for message in messages for text in message.translations}
    # Gates show their symbols, which are their names in formulas.
    symbols = {operation.symbol for operation in OPERATIONS.values()}
    return frozenset(sources - symbols), frozenset(said)
