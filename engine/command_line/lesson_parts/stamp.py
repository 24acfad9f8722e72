"""The part ``lesson stamp``: note in a translation which English words it translates."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from engine.command_line.lesson_parts.writing import write
from engine.command_line.subcommand import CommandLineError, Subcommand
from engine.languages.catalog import SOURCE_LANGUAGE
from engine.lessons.files import FolderFiles
from engine.lessons.stamping import stamped
from engine.quoting import quote

ORDER = 2

_DESCRIPTION = """\
Note below every heading of a translation which English words it translates, as
<!-- of en: 3f2a91 -->. When the English words change, “lesson check” names what is stale.

example:
  python -m engine lesson stamp my-lesson ko"""


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help="the lesson's folder")
    parser.add_argument("language", metavar="LANGUAGE", help="its code, such as ko")


def _run(arguments: Namespace) -> str:
    language = arguments.language
    if language == SOURCE_LANGUAGE or not language.isalpha():
        raise CommandLineError(
            "no_translation", f"“{quote(language)}” is no language of a translation.", name=language
        )
    folder = Path(arguments.folder.strip())
    files = FolderFiles(folder)
    name = f"{language}.md"
    text = stamped(files.text(name), files.text(f"{SOURCE_LANGUAGE}.md"))
    write(folder / name, text.encode())
    return str(folder / name)


RECORDS = (
    Subcommand(
        "stamp", "Note which English words a translation is of.", _DESCRIPTION, _configure, _run
    ),
)
