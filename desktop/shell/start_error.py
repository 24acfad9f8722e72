"""Why the program cannot start on a machine, in a sentence of the user's language."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from configparser import ConfigParser
from configparser import Error as ConfigError
from pathlib import Path

from desktop.shell.command_line import CommandLineError
from engine.languages.catalog import LANGUAGES, SOURCE_LANGUAGE
from engine.languages.filling import fill
from engine.languages.language import Language

CONTEXT = "Start"


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text for the translators, as the function of Qt does, which may not be loadable."""
    return text


class StartError(CommandLineError):
    """The machine lacks something that every window needs.

    Attributes:
        pattern: The English sentence with blanks, marked by `QT_TRANSLATE_NOOP`.
        details: What fills them. One that is a `StartError` is put into the same language.
    """

    def __init__(self, pattern: str, **details: object) -> None:
        """Describe what is missing."""
        super().__init__(fill(pattern, LANGUAGES[SOURCE_LANGUAGE], **details))
        self.pattern = pattern
        self.details = details

    def sentence(self, language: str) -> str:
        """Return it in a language, in English where there are no texts or Qt has no core."""
        try:
            from PySide6.QtCore import QTranslator

            from desktop.foundation import assets
        except ImportError:
            return str(self)
        path = f"i18n/wiregrad_{language}.qm"
        if not assets.exists(path):
            return str(self)
        # No application stands yet in which a translator could be installed.
        translator, content = QTranslator(), assets.data(path)
        if not translator.load(content):
            return str(self)
        return self._filled(translator.translate, LANGUAGES[language])

    def _filled(self, translate: object, language: Language) -> str:
        assert callable(translate)
        details = {
            name: value._filled(translate, language) if isinstance(value, StartError) else value
            for name, value in self.details.items()
        }
        text = str(translate(CONTEXT, self.pattern) or self.pattern)
        return fill(text, language, **details)


def expected_language(chosen: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """Return the language to speak before there are settings and locales of Qt.

    Args:
        chosen: What the command line says, if it does.
        environment: The variables of the process.
    """
    stored = chosen or _stored_language(environment)
    if stored in LANGUAGES:
        return stored
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "")
    code = re.split(r"[_.@]", locale.lower())[0]
    return code if code in LANGUAGES else SOURCE_LANGUAGE


def _stored_language(environment: Mapping[str, str]) -> str:
    """Return what the preferences say, read without Qt, which may be what is missing."""
    home = environment.get("XDG_CONFIG_HOME") or f"{environment.get('HOME', '')}/.config"
    parser = ConfigParser(interpolation=None, strict=False)
    try:
        parser.read(Path(home) / "Wiregrad" / "Wiregrad.ini", encoding="utf-8")
        return parser.get("interface", "language", fallback="").strip('"\\')
    except (OSError, UnicodeDecodeError, ConfigError):
        return ""
