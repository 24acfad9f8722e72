"""U1, U2 and U5: the editor with large graphs, and how long the program takes to start."""

from __future__ import annotations

import itertools
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView

from desktop.desk.settling import shut_down
from desktop.foundation.settings import Settings
from desktop.foundation.theme import apply_theme
from desktop.graph_editor.canvas.view import GraphView
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.scene.scene import GraphScene
from desktop.tasks.garbage import GarbageCollector
from engine.arrays import as_array
from engine.drawing.drawing import Drawing
from engine.graph.builder import GraphBuilder
from tests.benchmarks.measuring import Result, compare_ms, compare_times, median_ms
from tests.benchmarks.plain_editor import PlainEditor
from tests.support.sources import ROOT

NODE_COUNTS = (500, 2000)
SMALL_COUNT = 60
WIRE_SHARE = 1.54
LAYER = 20
FRAME = (1600, 1000)
DRAG_STEPS = 60
STARTS = 7
# Prints when the window has been painted and the loop answers, then ends the process at once.
START_AND_PAINT = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QGraphicsView
from desktop import app

def painted():
    window = next(w for w in QApplication.topLevelWidgets() if w.isVisible())
    window.grab()
    sys.stdout.write("painted")
    sys.stdout.flush()
    os._exit(0)

run_loop = QApplication.exec
def run(*_):
    QTimer.singleShot(0, painted)
    return run_loop()
QApplication.exec = run
app.main([])
"""
# The baseline: what a program of this kind mostly imports before it does anything.
IMPORT_ONLY = """
import os, sys
import numpy, pyqtgraph
from PySide6 import QtWidgets
sys.stdout.write("painted")
sys.stdout.flush()
os._exit(0)
"""


def results() -> Iterator[Result]:
    """Measure every workload of the desktop in turn."""
    app = QApplication.instance() or QApplication(["wiregrad"])
    assert isinstance(app, QApplication)
    apply_theme(app, "light", 1.0)
    # As in the program itself: garbage is looked for between events, not in the midst of them.
    collector = GarbageCollector()
    collector.start()
    for node_count in NODE_COUNTS:
        yield from _editor(app, node_count)
    collector.stop()
    yield _memory()
    yield _changed_input(app)
    yield _start()


@contextmanager
def _shown_editor() -> Iterator[tuple[Document, GraphScene, GraphView]]:
    with tempfile.TemporaryDirectory(prefix="wiregrad-") as folder:
        document = Document()
        scene = GraphScene(document)
        view = GraphView(scene, document, Settings(str(Path(folder) / "settings.ini")))
        view.resize(*FRAME)
        view.show()
        yield document, scene, view
        shut_down(view)
        shut_down(view.graph_scene)
        view.close()


def _editor(app: QApplication, node_count: int) -> Iterator[Result]:
    drawing = large_drawing(node_count)
    title = f"U1 editor, {node_count} nodes, {len(drawing.graph.wires)} wires"
    with _shown_editor() as (document, scene, view):
        plain = _shown_plain_editor()
        empty = Drawing()

        def clear() -> None:
            document.load(empty, None)
            plain.clear()
            app.processEvents()

        yield compare_ms(
            f"{title}: build",
            lambda: document.load(drawing, None),
            lambda: plain.build(drawing),
            before=clear,
        )
        document.load(drawing, None)
        view.zoom_to_fit()
        plain.view.fitInView(plain.scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        app.processEvents()
        yield compare_ms(
            f"{title}: whole graph painted", view.viewport().repaint, plain.view.viewport().repaint
        )
        view.camera.reset()
        app.processEvents()
        node = sorted(drawing.graph.nodes)[node_count // 2]
        # Without a baseline: stock items would move, but not snap, align or ask what they touch.
        dragged = _drag(view, scene.node_rect(node).center())
        yield Result(f"{title}: one drag step painted at 1:1", dragged, "ms", None, None)
        plain.view.close()


def _shown_plain_editor() -> PlainEditor:
    plain = PlainEditor()
    plain.view.resize(*FRAME)
    plain.view.show()
    return plain


def _memory() -> Result:
    """Measure in a process of its own: what one graph leaves behind, the next would use again."""
    command = [sys.executable, "-m", "tests.benchmarks.editor_memory", str(NODE_COUNTS[0])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    title = f"U1 editor, {NODE_COUNTS[0]} nodes: memory over the empty window"
    return Result(title, float(done.stdout), "MB", None, None)


def _changed_input(app: QApplication) -> Result:
    drawing = large_drawing(SMALL_COUNT)
    with _shown_editor() as (document, _scene, view):
        document.load(drawing, None)
        view.zoom_to_fit()
        app.processEvents()
        source = next(iter(document.graph.sources()))
        values = itertools.cycle(np.linspace(-1.0, 1.0, 41))

        def change() -> None:
            document.set_value(source, as_array(next(values)), "drag")
            view.viewport().repaint()

        return median_ms(f"U2 a changed input of {SMALL_COUNT} nodes painted", change)


def large_drawing(node_count: int) -> Drawing:
    """Return a graph as wide as networks are: each gate takes from the layer before it."""
    chance = random.Random(5)
    builder = GraphBuilder()
    layers = [[builder.source("input", chance.uniform(-1, 1)) for _ in range(LAYER)]]
    pairs = WIRE_SHARE * node_count - (node_count - LAYER)
    for number in range(LAYER, node_count):
        if number % LAYER == 0:
            layers.append([])
        row, before = number % LAYER, layers[-2]
        near = before[max(0, row - 2) : row + 3]
        has_pair = (number - LAYER + 1) * pairs // (node_count - LAYER) > (
            number - LAYER
        ) * pairs // (node_count - LAYER)
        name = chance.choice(("add", "multiply")) if has_pair else "tanh"
        layers[-1].append(builder.gate(name, *chance.sample(near, 2 if has_pair else 1)))
    places = {
        node: (column * 170.0, row * 120.0)
        for column, layer in enumerate(layers)
        for row, node in enumerate(layer)
    }
    return Drawing(builder.build(), places)


def _drag(view: QGraphicsView, place: QPointF) -> float:
    view.centerOn(place)
    QApplication.processEvents()
    port = view.viewport()
    hand = view.mapFromScene(place)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, hand)
    times = []
    for number in range(DRAG_STEPS):
        start = time.perf_counter()
        QTest.mouseMove(port, hand + QPoint(2 * number + 10, number))
        QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
        QApplication.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, hand)
    return statistics.median(times)


def _start() -> Result:
    with tempfile.TemporaryDirectory(prefix="wiregrad-") as folder:
        environment = {**os.environ, "XDG_CONFIG_HOME": folder}
        # As a user starts it: the modules were compiled when it was installed or first started,
        # whatever this machine says about its own programs.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        for program in (START_AND_PAINT, IMPORT_ONLY):
            _start_time(program, environment)
        return compare_times(
            "U5 process start to painted window, against importing Qt, NumPy and pyqtgraph",
            lambda: _start_time(START_AND_PAINT, environment),
            lambda: _start_time(IMPORT_ONLY, environment),
            STARTS,
        )


def _start_time(program: str, environment: dict[str, str]) -> float:
    start = time.perf_counter()
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.read(7) == b"painted", "the program did not get there"
        return (time.perf_counter() - start) * 1000
