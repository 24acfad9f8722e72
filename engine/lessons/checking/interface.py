"""Whether what a lesson quotes of the interface is said there, and in one way."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import engine
from engine.languages.catalog import LANGUAGES, SOURCE_LANGUAGE
from engine.languages.interface_texts import PART_SIGN, InterfaceTexts, Lookup
from engine.lessons.blanks import BlankKind, blanks
from engine.lessons.fault_list import FaultList, nearest
from engine.lessons.markdown_parts import MarkdownFile
from engine.quoting import listed, quote
from engine.regular_file import read_bytes

_CATALOGS = ("wiregrad_{0}.qm", "engine_{0}.qm")
_LARGEST_BYTES = 20_000_000


def installed_texts() -> Mapping[str, InterfaceTexts]:
    """Return what the program's interface says in each language; none where it is not installed."""
    # The program's texts lie beside the engine, where there is a program.
    root = Path(engine.__file__).parents[1] / "resources" / "i18n"
    found = {}
    for code in LANGUAGES:
        paths = [root / name.format(code) for name in _CATALOGS]
        catalogs = [read_bytes(path, _LARGEST_BYTES) for path in paths if path.is_file()]
        if code != SOURCE_LANGUAGE and catalogs:
            found[code] = InterfaceTexts.read(catalogs)
    return found


def check_interface(
    file: MarkdownFile, interface: Mapping[str, InterfaceTexts], faults: FaultList
) -> None:
    """Note a text of the interface that nothing says, or that is said in several ways.

    Args:
        file: The parts of a language's file.
        interface: What the interface says in each language but English.
        faults: Those of the file.
    """
    code = file.file.removesuffix(".md")
    language = LANGUAGES.get(code, LANGUAGES[SOURCE_LANGUAGE])
    for section in file.sections:
        for part in section.parts:
            for blank in blanks(part.text, language):
                if blank.kind is BlankKind.UI:
                    line = part.first_line + part.text.count("\n", 0, blank.start)
                    for texts in interface.values():
                        _check(blank.text, line, texts, faults)


def _check(text: str, line: int, texts: InterfaceTexts, faults: FaultList) -> None:
    lookup, _ = texts.look_up(text)
    if lookup is Lookup.FOUND:
        return
    if lookup is Lookup.UNKNOWN:
        near = nearest(text.rpartition(PART_SIGN)[2].strip(), list(texts.texts))
        if near:
            faults.refuse(
                "lesson_ui_near",
                f"Nothing in the interface says “{quote(text)}”; did you mean “{quote(near)}”?",
                at=line,
                name=text,
                near=near,
            )
        else:
            faults.refuse(
                "lesson_ui_unknown",
                f"Nothing in the interface says “{quote(text)}”.",
                at=line,
                name=text,
            )
        return
    said = text.rpartition(PART_SIGN)[2].strip()
    ways = listed([f"{{ui:{part}{PART_SIGN}{said}}}" for part in texts.parts(text)])
    faults.refuse(
        "lesson_ui_ways",
        f"“{quote(said)}” is said in several ways in the interface; write one of these: {ways}.",
        at=line,
        name=said,
        ways=ways,
    )
