"""The subcommand ``explain``: every gate's arithmetic, forward and backward."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from engine.autodiff.passes.evaluation import Evaluation, evaluate
from engine.command_line.formula_arguments import add_formula_arguments, formula_graph
from engine.command_line.subcommand import CommandLineError, Subcommand
from engine.command_line.subcommands.evaluate import checked
from engine.command_line.tables import json_text
from engine.explanation.cards import GateCard, gate_card, gate_cards
from engine.explanation.latex_text import latex_text
from engine.explanation.number_latex import Ink
from engine.formula.printer import format_formula
from engine.quoting import listed, quote

ORDER = 0
DEFAULT_DIGITS, MOST_DIGITS = 4, 17
# Each card speaks of the whole graph; a thousand of them would be read by nobody.
_MOST_CARDS = 500
_MOST_NAMES = 12

_DESCRIPTION = """\
Print the arithmetic of every gate: what the cards of the app say, with symbols, numbers and result.

examples:
  python -m engine explain "(x + y)*z" x=-2 y=5 z=-4
  python -m engine explain "(x + y)*z" x=-2 y=5 z=-4 --gate q
  python -m engine explain "squared_norm(W @ x)" W="[[0.1, 0.5], [-0.3, 0.8]]" x="[0.2, 0.4]" --json

A gate that has no name in the formula is called q, r, s, t, q1 …, as on the canvas. Where a number
was rounded, ≈ stands for =, and what is put in has the digits that the result needs."""


def _configure(parser: ArgumentParser) -> None:
    add_formula_arguments(parser)
    parser.add_argument("--gate", metavar="NAME", help="print only this gate's or input's card")
    parser.add_argument(
        "--digits",
        type=int,
        default=DEFAULT_DIGITS,
        metavar="N",
        help=f"decimals of the numbers, 1 to {MOST_DIGITS} (default {DEFAULT_DIGITS})",
    )
    parser.add_argument(
        "--json", action="store_true", help="print the cards as JSON, each line as text and LaTeX"
    )


def _run(arguments: Namespace) -> str:
    if not 1 <= arguments.digits <= MOST_DIGITS:
        raise CommandLineError(
            "digits_out_of_range",
            f"--digits is {arguments.digits}; choose a number from 1 to {MOST_DIGITS}.",
            digits=arguments.digits,
            most=MOST_DIGITS,
        )
    result = checked(evaluate(formula_graph(arguments)))
    cards = _cards(result, arguments.gate, Ink("", "", arguments.digits))
    if arguments.json:
        return json_text([_record(card) for card in cards])
    title = format_formula(result.plan.graph)
    return "\n\n".join([title, *("\n".join(_text(card)) for card in cards)])


RECORDS = (
    Subcommand(
        "explain",
        "Print the arithmetic of every gate, forward and backward.",
        _DESCRIPTION,
        _configure,
        _run,
    ),
)


def _cards(result: Evaluation, name: str | None, ink: Ink) -> list[GateCard]:
    graph = result.plan.graph
    if name is not None:
        found = [node for node, known in graph.names.items() if known == name]
        if not found:
            known = list(graph.names.values())
            more = " …" if len(known) > _MOST_NAMES else ""
            raise CommandLineError(
                "unknown_gate",
                f"No gate or input is called “{quote(name)}”; there are: "
                f"{listed(known[:_MOST_NAMES])}{more}.",
                name=name,
            )
        return [gate_card(result, found[0], ink)]
    if len(graph) > _MOST_CARDS:
        raise CommandLineError(
            "too_many_cards",
            f"The formula has {len(graph):,} nodes, and at most {_MOST_CARDS:,} are explained at "
            "once: choose one with --gate NAME.",
            size=len(graph),
            most=_MOST_CARDS,
        )
    return [card for card in gate_cards(result, ink) if card.symbol or card.lines.lines]


def _text(card: GateCard) -> list[str]:
    lines = [f"{card.name} · {card.symbol}" if card.symbol else card.name]
    for title, written in _sections(card):
        lines += [f"  {title}:", *(f"    {latex_text(line)}" for line in written)]
    return lines


def _sections(card: GateCard) -> list[tuple[str, list[str]]]:
    told = card.lines
    sections = (
        ("forward", told.forward),
        ("local gradient", told.local),
        ("chain rule", told.chain),
        ("sum over the branches", told.total),
    )
    shown = [(title, [line for line in lines if line]) for title, lines in sections]
    return [(title, lines) for title, lines in shown if lines]


def _record(card: GateCard) -> dict[str, Any]:
    return {
        "name": card.name,
        "symbol": card.symbol,
        "value": card.value,
        "gradient": card.gradient,
        "sections": {
            title: [{"text": latex_text(line), "latex": line} for line in lines]
            for title, lines in _sections(card)
        },
    }
