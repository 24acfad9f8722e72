"""Names that look like code are exported as names, and the exports stay what they are."""

from __future__ import annotations

import ast
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.autodiff.passes.evaluation import evaluate
from engine.export.dot import dot_source
from engine.export.latex_source import latex_source
from engine.export.numpy_source import numpy_source
from engine.export.pytorch_source import pytorch_source
from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, Group, GroupId

HOSTILE = (
    'x"; import os; os.abort()  #',
    'x"]; evil [label="',
    '"""',
    "\\",
    '\\"',
    "x\\",
    "x\n    raise SystemExit\n",
    "x\r\u2028raise SystemExit",
    "\\input{/etc/passwd}",
    "$}\\end{align*}\\write18{x}",
    "%",
    "{x}",
    "{0.__class__}",
    "<IMG SRC='x'>",
    "*/ // x",
    "lambda",
    "print",
    "np",
    "ﬁ",
    "α_β^γ&~#",
    "\u202ex",
)
names = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=12))


def _named(first: str, second: str, gate: str, group: str) -> Graph:
    """sigmoid(a·b) + a, in which a, b, a·b and the group round it have the names."""
    builder = GraphBuilder()
    a = builder.source("input", 0.5, first)
    b = builder.source("parameter", [1.0, -2.0], second)
    product = builder.gate("multiply", a, b, name=gate)
    bend = builder.gate("sigmoid", product)
    total = builder.gate("sum", builder.gate("add", bend, a))
    graph = builder.build(target=total)
    members = frozenset({product, bend})
    return Graph(graph.nodes, graph.wires, total, {GroupId(1): Group(group, members, True)})


graphs = st.builds(_named, names, names, names, names)


@pytest.mark.parametrize("grouped", [False, True])
@given(graph=graphs)
def test_a_program_computes_the_same_whatever_its_names(grouped: bool, graph: Graph) -> None:
    source = numpy_source(graph, grouped=grouped)
    scope: dict[str, object] = {"__name__": "exported"}
    exec(compile(source, "exported", "exec"), scope)
    expected = evaluate(graph)
    sources = [key for key in graph.sources() if graph.nodes[key].operation != "constant"]
    given_ = [graph.nodes[key].value for key in sources]
    value, gradients = scope["value_and_gradients"](*given_)  # type: ignore[operator]
    assert graph.target is not None
    np.testing.assert_allclose(value, expected.values[graph.target])
    for key, gradient in zip(sources, gradients.values(), strict=True):
        np.testing.assert_allclose(gradient, expected.gradients.nodes[key])


@pytest.mark.parametrize("grouped", [False, True])
@given(graph=graphs)
def test_a_pytorch_program_has_no_statement_from_a_name(grouped: bool, graph: Graph) -> None:
    tree = ast.parse(pytorch_source(graph, grouped=grouped))
    plain = ast.parse(pytorch_source(_named("a", "b", "c", "d"), grouped=grouped))
    assert [type(node) for node in ast.walk(tree)] == [type(node) for node in ast.walk(plain)]


_DOT_TOKENS = re.compile(r'"(?:[^"\\\n]|\\.)*"|//[^\n]*|[\w.\->]+|[{}\[\]=,;\s]')


@pytest.mark.parametrize("grouped", [False, True])
@given(graph=graphs)
def test_a_name_stays_inside_its_label(grouped: bool, graph: Graph) -> None:
    text = dot_source(graph, grouped=grouped)
    plain = dot_source(_named("a", "b", "c", "d"), grouped=grouped)

    def shape(source: str) -> list[str]:
        tokens = _DOT_TOKENS.findall(source)
        assert "".join(tokens) == source
        return ['"' if token[0] == '"' else token for token in tokens]

    assert shape(text) == shape(plain)


@pytest.mark.parametrize("grouped", [False, True])
@given(graph=graphs)
def test_latex_knows_no_command_from_a_name(grouped: bool, graph: Graph) -> None:
    text = latex_source(graph, grouped=grouped)
    for command in ("input", "write", "immediate", "catcode", "def", "openout"):
        assert not re.search(rf"\\{command}(?![a-z])", text)
    assert text.count(r"\end{align*}") == text.count(r"\begin{align*}") == (4 if grouped else 2)
    depth = 0
    for sign in re.sub(r"\\.", "", text, flags=re.DOTALL):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0
    # A comment sign of a name would swallow what follows in its line.
    assert not re.search(r"(?<!\\)(?:\\\\)*%", text)
