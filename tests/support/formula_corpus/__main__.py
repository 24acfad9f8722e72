"""Prints the collection, each formula with what it became, and how many became what.

Run ``python -m tests.support.formula_corpus``; ``--faults`` prints only what is not as it should
be, and ``--torch`` writes PyTorch's values and gradients anew, where PyTorch is installed.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence

from tests.support.formula_corpus.collection import SPELLINGS, TEXTBOOKS
from tests.support.formula_corpus.entry import Entry
from tests.support.formula_corpus.stored import write_answers
from tests.support.formula_corpus.verdict import Verdict, judge


def main(arguments: Sequence[str]) -> None:
    """Print both parts, or write the stored answers."""
    if "--torch" in arguments:
        write_answers([*SPELLINGS, *TEXTBOOKS])
        return
    for title, entries in (("Spellings", SPELLINGS), ("Textbook formulas", TEXTBOOKS)):
        verdicts = [judge(entry) for entry in entries]
        print(f"# {title}\n")
        for number, (entry, verdict) in enumerate(zip(entries, verdicts, strict=True), start=1):
            if verdict.fault or "--faults" not in arguments:
                _print_one(number, entry, verdict)
        _print_summary(entries, verdicts)


def _print_one(number: int, entry: Entry, verdict: Verdict) -> None:
    print(f"{number}. {entry.text!r} ({entry.whence}): {verdict.outcome}")
    print(f"   {verdict.shown}")
    if verdict.value is not None:
        slopes = "; ".join(f"∂{name} {slope}" for name, slope in (verdict.gradients or {}).items())
        print(f"   = {verdict.value}; {slopes}")
    if verdict.fault:
        print(f"   BUT {verdict.fault}")


def _print_summary(entries: Sequence[Entry], verdicts: Sequence[Verdict]) -> None:
    counts = Counter(verdict.outcome for verdict in verdicts)
    wrong = sum(bool(verdict.fault) for verdict in verdicts)
    told = ", ".join(f"{count} {outcome}" for outcome, count in counts.most_common())
    print(f"\n{len(entries)} formulas: {told}; {wrong} not as they should be.\n")


if __name__ == "__main__":
    main(sys.argv[1:])
