"""Writes the worked examples as drawings: ``python -m tests.engine.course.write_examples``."""

from __future__ import annotations

from pathlib import Path

from engine.drawing.drawing import Drawing
from engine.drawing.layout import arrange
from engine.drawing.serialization import to_json
from engine.graph.model import Node
from tests.engine.course.network_examples import ALL_EXAMPLES
from tests.engine.course.worked_examples import WorkedExample

FOLDER = Path(__file__).parents[3] / "resources" / "examples"

# About what the editor draws; it leaves room for the labels between the columns.
_GATE_SIZE = (72.0, 94.0)
_CONSTANT_SIZE = (56.0, 40.0)


def drawing_of(example: WorkedExample) -> Drawing:
    """Return an example as an arranged drawing."""
    graph = example.graph
    sizes = {node_id: _size(node) for node_id, node in graph.nodes.items()}
    positions = {
        node_id: (float(round(x)), float(round(y)))
        for node_id, (x, y) in arrange(graph, sizes).items()
    }
    return Drawing(graph, positions, example.title, example.description)


def _size(node: Node) -> tuple[float, float]:
    if node.value is None:
        return _GATE_SIZE
    if not node.name:
        return _CONSTANT_SIZE
    rows, columns = (*node.value.shape, 1, 1)[:2]
    return (60.0 + 36.0 * columns, 58.0 + 22.0 * rows)


def path_of(example: WorkedExample) -> Path:
    """Return the file of an example."""
    return FOLDER / f"{example.key.lower()}.json"


def main() -> None:
    """Write every example's file."""
    FOLDER.mkdir(exist_ok=True)
    for example in ALL_EXAMPLES:
        path_of(example).write_text(to_json(drawing_of(example)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
