"""One record is all: a new one is found by everybody it concerns, and nobody keeps a list.

No file of the product changes for these records; what does not find them has a list of its own.
"""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.activations.page import ActivationsPage
from desktop.app import make_companion, make_spaces
from desktop.desk.settling import has_settled
from desktop.foundation.settings import LANGUAGE, THEME, Settings
from desktop.foundation.translation import CATALOGS, current_language, install
from desktop.graph_editor.page import GraphPage
from desktop.optimizers.page import OptimizersPage
from desktop.optimizers.race.method_look import look_of
from desktop.shell.actions import ActionId
from desktop.shell.application import Application
from desktop.shell.command_line import CommandLineError, parse_options
from desktop.shell.preferences_dialog import PreferencesDialog
from desktop.shell.start_error import expected_language
from desktop.training.page import TrainingPage
from desktop.widgets.panels.page import Page
from engine.command_line.main import main
from engine.export.network_numpy import network_numpy_source
from engine.export.network_pytorch import network_pytorch_source
from engine.languages.catalog import LANGUAGES
from engine.operations.catalog import OPERATIONS
from engine.optimizers.catalog import OPTIMIZERS
from engine.races.own_surface import FormulaSource
from engine.races.preparation import prepare
from engine.registry import Registry
from engine.surfaces.catalog import SURFACES
from engine.surfaces.surface import Box
from engine.training.analysis.standstill import standstill
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.datasets.catalog import ALL_DATA, DATASETS
from engine.training.initializers.catalog import INITIALIZERS
from engine.training.run.run import TrainingRun
from tests.support.engine_texts import engine_texts
from tests.support.graph_hands import make_page
from tests.support.scratch_records import (
    ACTIVATION,
    DATA,
    INITIALIZER,
    OPERATION,
    OPTIMIZER,
    SURFACE,
    scratch_records,
)
from tests.support.scratch_records import (
    LANGUAGE as ESPERANTO,
)
from tests.support.settling import aim, settle
from tests.support.sources import ROOT
from tests.support.update_translations import collect, read_messages, translated_languages

P = TypeVar("P", bound=Page)

LEFT = Qt.MouseButton.LeftButton
RECORDS: tuple[Any, ...] = (OPERATION, ACTIVATION, OPTIMIZER, SURFACE, DATA, INITIALIZER, ESPERANTO)
TABLES: tuple[Registry[Any], ...] = (
    OPERATIONS,
    OPERATIONS,
    OPTIMIZERS,
    SURFACES,
    DATASETS,
    INITIALIZERS,
    LANGUAGES,
)


@pytest.fixture(autouse=True)
def held() -> Iterator[None]:
    """Let the tables hold the scratch records while a test and its pages last."""
    with scratch_records():
        yield


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(str(tmp_path / "settings.ini"))
    settings.set(LANGUAGE, "en")
    settings.set(THEME, "light")
    return settings


@pytest.fixture
def graph(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    return make_page(qtbot, tmp_path)


@pytest.fixture
def optimizers(qtbot: QtBot, settings: Settings) -> Iterator[OptimizersPage]:
    with shown(qtbot, OptimizersPage(settings)) as page:
        yield page


@pytest.fixture
def training(qtbot: QtBot, settings: Settings) -> Iterator[TrainingPage]:
    with shown(qtbot, TrainingPage(settings)) as page:
        yield page


@contextmanager
def shown(qtbot: QtBot, page: P) -> Iterator[P]:
    """Show a page, and shut it down afterwards."""
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    settle(qtbot, page)
    yield page
    page.shutdown()


def told(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def choose(box: QComboBox, name: str) -> None:
    """Choose an entry as a user does: by the keys, until it is the one."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentData() == name:
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(f"{name} is not offered")


def build(page: GraphPage, formula: str) -> None:
    page.formula_bar.field.selectAll()
    QTest.keyClicks(page.formula_bar.field, formula)
    QTest.keyClick(page.formula_bar.field, Qt.Key.Key_Return)


def test_tables_hold_it_for_a_while_and_then_no_more() -> None:
    for table, record in zip(TABLES, RECORDS, strict=True):
        assert table.find(record.name) is record
    with pytest.raises(ValueError, match="'sech' names"), OPERATIONS.holding(OPERATION):
        pass
    assert OPERATIONS.find("sech") is OPERATION
    assert ALL_DATA.find("stripes") is DATASETS.find("stripes")


@pytest.mark.parametrize("typed", ["sech", "Hyperbolic sec", "hyperbolic_secant", "sekanto"])
def test_an_operation_is_in_the_palette_and_its_search(graph: GraphPage, typed: str) -> None:
    palette = graph.palette_panel
    assert OPERATION in [chip.operation for chip in palette.chips]
    QTest.keyClicks(palette.search_field, typed)
    assert palette.chips[0].operation is OPERATION


def test_an_operation_is_typed_explained_and_exported(
    graph: GraphPage, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(graph, "sekanto(a) + softsign(a)")
    shown = graph.document.graph
    (gate,) = (key for key, node in shown.nodes.items() if node.operation == OPERATION.name)
    assert "sech(a)" in graph.formula_bar.field.text()
    (variable,) = (node for node in shown.nodes.values() if node.name == "a")
    assert variable.value is not None
    a = float(variable.value)
    assert graph.document.evaluation is not None
    assert graph.document.evaluation.values[gate] == pytest.approx(1 / np.cosh(a))

    card = graph.scene.items_shown.nodes[gate]
    viewport = graph.view.viewport()
    middle = card.mapToScene(card.boundingRect().center())
    place = aim(qtbot, viewport, lambda: graph.view.mapFromScene(middle), graph)
    QTest.mouseClick(viewport, LEFT, pos=place)
    settle(qtbot, graph)
    assert OPERATION.title in told(graph.inspector)
    assert main(["explain", "sech(x) + softsign(x)", "x=1"]) == 0
    assert "= sech(1) ≈ 0.6481" in capsys.readouterr().out

    slope = -np.tanh(a) / np.cosh(a) + 1 / (1 + a) ** 2
    for form, function in (("numpy", "value_and_gradients"), ("pytorch", None)):
        graph.exports.actions_by_name[f"copy_{form}"].trigger()
        qtbot.waitUntil(lambda: has_settled(graph.exports))
        source = QGuiApplication.clipboard().text()
        assert "exp(-" in source
        if function is not None:
            (tmp_path / "graph.py").write_text(source, encoding="utf-8")
            _, gradients = runpy.run_path(str(tmp_path / "graph.py"))[function](a=np.array(a))
            assert gradients["a"] == pytest.approx(slope)


def test_an_activation_has_its_curve_and_trains_a_network(
    qtbot: QtBot, settings: Settings, training: TrainingPage, capsys: pytest.CaptureFixture[str]
) -> None:
    with shown(qtbot, ActivationsPage(settings)) as page:
        QTest.mouseClick(page.functions.chip(ACTIVATION.name), LEFT)
        assert page.facts.title == ACTIVATION.title
        settle(qtbot, page)
        assert page.facts.fact("range") == "(−1, 1)"
        assert ACTIVATION.name in page.curves.values.keys

    choose(training.setup_panel.network.activation_box, ACTIVATION.name)
    choose(training.setup_panel.network.initializer_box, INITIALIZER.name)
    QTest.mouseClick(training.run_bar.buttons[training.run_bar.step_action], LEFT)
    settle(qtbot, training)
    assert training.session.record.step == 1
    assert training.session.run.network.activations == (ACTIVATION.name,)

    arguments = ["train", "--activation", ACTIVATION.name, "--init", INITIALIZER.name]
    assert main([*arguments, "--epochs", "2"]) == 0
    assert "0.6931" in capsys.readouterr().out
    for write in (network_numpy_source, network_pytorch_source):
        assert "abs(" in write(training.session.run, training.session.record)


def test_an_optimizer_races_trains_and_is_tuned(
    qtbot: QtBot,
    optimizers: OptimizersPage,
    training: TrainingPage,
    capsys: pytest.CaptureFixture[str],
) -> None:
    QTest.mouseClick(optimizers.surface_panel.chip(SURFACE.name), LEFT)
    settle(qtbot, optimizers)
    box = optimizers.method_list.box(OPTIMIZER.name)
    QTest.mouseClick(box, LEFT, pos=QPoint(10, box.height() // 2))
    QTest.mouseClick(optimizers.method_list.button(OPTIMIZER.name), LEFT)
    settle(qtbot, optimizers)
    assert f"trail:{OPTIMIZER.name}" in optimizers.stage.surface_plot.keys
    assert f"loss:{OPTIMIZER.name}" in optimizers.stage.loss_plot.keys
    assert any(OPTIMIZER.title in row[0] for row in optimizers.table.table.rows)
    looks = [look_of(name) for name in OPTIMIZERS]
    assert len({(look.style, look.symbol) for look in looks}) == len(looks)

    choose(training.setup_panel.training.optimizer_box, OPTIMIZER.name)
    assert training.setup_panel.training.form.values() == {"learning_rate": 0.5}
    QTest.mouseClick(training.run_bar.buttons[training.run_bar.step_action], LEFT)
    settle(qtbot, training)
    assert training.session.record.step == 1

    assert main(["descend", "--surface", SURFACE.name, "--optimizer", OPTIMIZER.name]) == 0
    assert OPTIMIZER.title in capsys.readouterr().out
    *_, own = prepare(FormulaSource("x**2 + y**2", Box(-2.0, 2.0, -2.0, 2.0)))
    assert own is not None
    assert own.record.settings_for(OPTIMIZER.name)["learning_rate"] > 0


def test_a_surface_is_offered_and_drawn(qtbot: QtBot, optimizers: OptimizersPage) -> None:
    QTest.mouseClick(optimizers.surface_panel.chip(SURFACE.name), LEFT)
    settle(qtbot, optimizers)
    assert optimizers.model.setup.start == tuple(SURFACE.start)
    assert optimizers.model.setup.settings_of("adam")["learning_rate"] == 0.1
    assert SURFACE.note in told(optimizers.surface_panel)


def test_a_data_set_is_offered_trained_and_understood(
    qtbot: QtBot, training: TrainingPage, capsys: pytest.CaptureFixture[str]
) -> None:
    choose(training.setup_panel.data.data_box, DATA.name)
    settle(qtbot, training)
    assert training.session.run.data == DATA.name
    assert len(training.session.run.dataset) == 200

    arguments = ["train", "--data", DATA.name, "--layers", "2-1-1", "--epochs"]
    assert main([*arguments, "2"]) == 0
    assert "epoch" in capsys.readouterr().out
    run = TrainingRun(data=DATA.name, layers=(2, 1, 1), activation=ACTIVATION.name)
    trainer = FastTrainer(run, accelerated=False)
    (error,) = standstill(run, trainer.advance(trainer.first(), 300))
    assert (error.code, error.details["needed"]) == ("too_few_units", 2)


def test_a_language_is_offered_accepted_and_spoken(
    qtbot: QtBot, qapp: QApplication, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert parse_options(["--language", "eo"]).language == "eo"
    with pytest.raises(CommandLineError, match="'en', 'ko', 'eo'"):
        parse_options(["--language", "tlh"])
    assert expected_language("eo", {}) == expected_language(None, {"LANG": "eo.UTF-8"}) == "eo"

    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)
    dialog.show()
    names = [dialog.language.itemText(index) for index in range(dialog.language.count())]
    assert names == ["As the system", "English", "한국어", "Esperanto"]

    application = Application(qapp, settings, make_spaces, make_companion)
    window = application.open_window("graph")
    try:
        qtbot.waitExposed(window)
        spoken = []
        for _ in range(3):
            window.commands[ActionId.SWITCH_LANGUAGE].trigger()
            qtbot.waitUntil(lambda: not application.is_busy)
            spoken.append(current_language())
            switch = window.commands[ActionId.SWITCH_LANGUAGE]
            if current_language() == "ko":
                assert ESPERANTO.own_name in switch.text()
                assert ESPERANTO.invitation in switch.toolTip()
        assert spoken == ["ko", "eo", "en"]
        # A word of one language finds an operation whatever the language of the interface.
        assert OPERATIONS.find("adicii") is OPERATIONS.find("더하기") is OPERATIONS["add"]
    finally:
        window.stack.shut_down()
        window.close()
        window.deleteLater()
        application.deleteLater()
        install(qapp, "en")


def test_catalogs_ask_for_its_words_in_every_language(tmp_path: Path) -> None:
    wanted = {record.title for record in RECORDS} | {OPERATION.summary, DATA.summary}
    assert wanted <= set(engine_texts())
    assert ESPERANTO.name in translated_languages()
    collect(ESPERANTO.name, tmp_path)
    written = {
        catalog: read_messages(tmp_path / f"{catalog}_{ESPERANTO.name}.ts") for catalog in CATALOGS
    }
    assert not any(message.is_finished for texts in written.values() for message in texts)
    assert len(written["wiregrad"]) > 1000
    assert wanted <= {message.source for message in written["engine"]}


@pytest.mark.long
def test_the_tables_of_the_tests_ask_it_what_they_ask_all_others() -> None:
    """The same questions as to any record: gradients, formulas, exports, cards, digits, races."""
    done = subprocess.run(
        [
            sys.executable, "-m", "pytest", "-q", "-p", "tests.support.scratch_session",
            "-p", "no:cacheprovider", "-k", " or ".join(record.name for record in RECORDS),
            "tests/engine", "tests/desktop/foundation/test_fonts.py",
        ],
        cwd=ROOT, capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed is not None
    assert int(passed[1]) > 90
