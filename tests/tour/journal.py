"""What a tour has noticed: faults, the longest gaps of the event loop, memory, time to close."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TextIO

GAPS_KEPT = 10
# Above this a gap is a fault: nobody can tell such a program from one that hangs.
BLOCKED_S = 20.0


@dataclass(frozen=True)
class Gap:
    """A time in which the event loop handled nothing.

    Attributes:
        seconds: How long, by the clock.
        worked: How much of it the interface's thread was computing, in seconds; the rest it waited
            for a lock, or for the machine to have time for it.
        action: What was being done when it began, and what was begun until it ended: what an
            action asks for may be done after it, when the next has begun.
    """

    seconds: float
    worked: float
    action: str


@dataclass
class Fault:
    """Something that should not have happened, and how often it did.

    Attributes:
        kind: ``"exception"``, ``"Qt"``, ``"warning"``, ``"stderr"``, ``"blocked"`` or ``"left"``.
        text: What was said; of an exception, the traceback.
        action: The action at the first time.
        count: How many times.
    """

    kind: str
    text: str
    action: str
    count: int = 1


@dataclass
class Journal:
    """The notes of one tour.

    Attributes:
        action: What is being done now: space, number and description.
        faults: Each fault once, in the order of their first times.
        gaps: The longest gaps, the longest first.
        memory: Resident memory in megabytes by the name of a moment.
        closings: How long each closing of the window took, in seconds.
        done: How many actions of each kind were done.
        place: The space and the number of the present action.
        log: Where each action is written before it is done, if anywhere.
    """

    action: str = "start"
    faults: list[Fault] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    memory: dict[str, float] = field(default_factory=dict)
    closings: list[float] = field(default_factory=list)
    done: dict[str, int] = field(default_factory=dict)
    place: str = ""
    log: TextIO | None = None
    _recent: list[str] = field(default_factory=lambda: ["start"])

    def begin(self, what: str) -> None:
        """Say what is done next, so that whatever goes wrong from now on is put down to it."""
        self.action = f"{self.place}: {what}"
        self._recent.append(self.action)
        if self.log is not None:
            self.log.write(f"{self.action}\n")
            self.log.flush()

    def count(self, kind: str) -> None:
        """Count an action."""
        self.done[kind] = self.done.get(kind, 0) + 1

    def note_fault(self, kind: str, text: str) -> None:
        """Write down a fault; one that was seen before is only counted."""
        text = text.strip()
        for fault in self.faults:
            if (fault.kind, fault.text) == (kind, text):
                fault.count += 1
                return
        self.faults.append(Fault(kind, text, self.action))

    def note_gap(self, seconds: float, worked: float) -> None:
        """Write down a gap if it is one of the longest."""
        recent, self._recent = self._recent, self._recent[-1:]
        if seconds > BLOCKED_S:
            self.note_fault("blocked", f"The event loop stood still for {seconds:.0f} s.")
        self.gaps.append(Gap(seconds, worked, " → ".join(recent)))
        self.gaps.sort(key=lambda gap: -gap.seconds)
        del self.gaps[GAPS_KEPT:]

    def report(self) -> str:
        """Return everything as a short text."""
        lines = [f"{sum(self.done.values())} actions: {_counts(self.done)}"]
        memory = ", ".join(f"{name} {size:.0f} MB" for name, size in self.memory.items())
        lines.append(f"memory: {memory}")
        closings = ", ".join(f"{seconds:.2f} s" for seconds in self.closings)
        lines.append(f"closing took: {closings or 'nothing was closed'}")
        lines.append("longest gaps of the event loop (the part that the interface computed):")
        lines += [
            f"  {gap.seconds * 1e3:6.0f} ms ({gap.worked * 1e3:.0f} ms)  {gap.action}"
            for gap in self.gaps
        ]
        lines.append(f"faults: {len(self.faults)}")
        for fault in self.faults:
            lines.append(f"— {fault.kind}, {fault.count}×, first after {fault.action}")
            lines += [f"    {line}" for line in fault.text.splitlines()]
        return "\n".join(lines)


def _counts(done: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(done.items()))
