"""Collects the texts to translate into resources/i18n/*.ts and compiles them: make translations.

Each language has two catalogs: ``wiregrad_*`` with what Qt's tool finds in the desktop's code, and
``engine_*`` with the tables and errors of the engine. Texts already translated stay; new ones are
marked unfinished, to be translated in the .ts files by hand or with Qt Linguist.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from desktop.foundation.translation import CATALOGS
from engine.languages.catalog import LANGUAGES, SOURCE_LANGUAGE
from tests.support.engine_texts import engine_texts
from tests.support.sources import ROOT, sources

FOLDER = ROOT / "resources" / "i18n"


@dataclass(frozen=True)
class Message:
    """One text with its translation, empty where there is none yet."""

    context: str
    source: str
    translations: tuple[str, ...]
    is_finished: bool


def translated_languages() -> list[str]:
    """Return the codes of the languages that have catalogs: all but the one of the source."""
    return [name for name in LANGUAGES if name != SOURCE_LANGUAGE]


def read_messages(path: Path) -> list[Message]:
    """Read a .ts file."""
    found = []
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None, f"{path}: a message without a translation"
            forms = [form.text or "" for form in translation.iter("numerusform")]
            texts = tuple(forms or [translation.text or ""])
            finished = translation.get("type") is None and all(texts)
            found.append(Message(name, message.findtext("source", ""), texts, finished))
    return found


def collect(language: str, folder: Path) -> None:
    """Bring both .ts files of a language up to date with the code."""
    target = folder / f"wiregrad_{language}.ts"
    files = [source.name for source in sources("desktop")]
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en"]
    _qt("lupdate", *files, "-ts", str(target), *options, "-target-language", language)
    _collect_engine(language, folder / f"engine_{language}.ts")


def compile_catalog(path: Path) -> None:
    """Compile a .ts file into the .qm file beside it."""
    _qt("lrelease", "-silent", str(path), "-qm", str(path.with_suffix(".qm")))


def main() -> int:
    """Collect and compile every language, and say what is left to translate."""
    FOLDER.mkdir(exist_ok=True)
    for language in translated_languages():
        collect(language, FOLDER)
        for catalog in CATALOGS:
            path = FOLDER / f"{catalog}_{language}.ts"
            compile_catalog(path)
            messages = read_messages(path)
            missing = [message for message in messages if not message.is_finished]
            print(f"{path.relative_to(ROOT)}: {len(messages)} texts, {len(missing)} to translate")
            for message in missing:
                print(f"    {message.context}: {message.source}")
    return 0


def _collect_engine(language: str, path: Path) -> None:
    known = {m.source: m.translations[0] for m in read_messages(path)} if path.exists() else {}
    _write_catalog(path, language, [(text, known.get(text, "")) for text in engine_texts()])


def _write_catalog(path: Path, language: str, pairs: Iterable[tuple[str, str]]) -> None:
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = "engine"
    for source, translated in pairs:
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        translation.text = translated
        if not translated:
            translation.set("type", "unfinished")
    ET.indent(root, " " * 4)
    text = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(f"{head}{text}\n", encoding="utf-8")


def _qt(tool: str, *arguments: str) -> None:
    found = shutil.which(f"pyside6-{tool}", path=str(Path(sys.executable).parent))
    assert found is not None, f"pyside6-{tool} comes with PySide6-Essentials"
    done = subprocess.run(
        [found, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{tool} failed: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main())
