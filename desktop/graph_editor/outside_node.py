"""A stand-in for a gate outside a group that is entered."""

from __future__ import annotations

from dataclasses import dataclass

from engine.graph.model import Node


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class OutsideNode(Node):
    """A gate outside that feeds the group, shown as an input with its present value."""
