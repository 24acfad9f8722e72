"""The language of the interface, and the engine's titles and errors in that language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from desktop.foundation import assets
from desktop.foundation.fonts import fonts
from engine.errors import Choice, EngineError
from engine.formula.reading import FormulaNote
from engine.languages.catalog import LANGUAGES, SOURCE_LANGUAGE
from engine.languages.filling import fill
from engine.languages.language import Language
from engine.quoting import LONGEST_LIST, LONGEST_QUOTE, quote
from engine.tables.remarks import Question, Remark

CATALOGS: Final = ("wiregrad", "engine")

# Details of errors that name something in the engine's tables, and those that list many things.
_TITLES: Final = ("title", "operation", "port", "wanted", "stands")
_LISTS: Final = ("choices", "columns", "names", "inputs", "cause")

# A translator reads from the bytes it was given for as long as it lives, without copying them.
_installed: list[tuple[QTranslator, bytes]] = []


def resolve(setting: str) -> str:
    """Return the language a setting means: itself, or the system's if there are texts for it."""
    if setting in LANGUAGES:
        return setting
    code = QLocale.system().name().split("_")[0]
    return code if code in LANGUAGES else SOURCE_LANGUAGE


def language_titles() -> dict[str, str]:
    """Return the languages by their codes, each in its own words if those can be written here."""
    return {
        code: language.own_name if fonts().can_write(language) else translate_engine(language.title)
        for code, language in LANGUAGES.items()
    }


def install(app: QCoreApplication, language: str) -> None:
    """Let every text created from now on be in a language; the source has no catalogs.

    Args:
        app: The application whose texts are meant.
        language: Its code.
    """
    for translator, _ in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    QLocale.setDefault(QLocale(language))
    for catalog in CATALOGS:
        path = f"i18n/{catalog}_{language}.qm"
        if not assets.exists(path):
            continue
        content = assets.data(path)
        translator = QTranslator(app)
        if translator.load(content):
            app.installTranslator(translator)
            _installed.append((translator, content))


def current_language() -> str:
    """Return the code of the language in force."""
    return QLocale().name().split("_")[0]


def next_language() -> Language:
    """Return the language that comes after the one in force, the first one after the last."""
    languages = list(LANGUAGES.values())
    place = languages.index(LANGUAGES[current_language()])
    return languages[(place + 1) % len(languages)]


def translate_engine(text: str) -> str:
    """Return a title, a summary or another English text of the engine in the user's language."""
    return QCoreApplication.translate("engine", text)


def filled(text: str, /, *values: object, **named: object) -> str:
    """Return a text in the user's language with its blanks filled, and its words joined to that.

    Every text of the interface is filled by this and never by `str.format`: a translation marks
    where a word depends on what fills the blank before it, such as ``{0}{을/를}`` in Korean.

    Args:
        text: What ``tr`` or ``translate`` returned.
        values: What fills ``{0}``, ``{1}``, or one ``{}`` after another.
        named: What fills ``{name}``.
    """
    language = LANGUAGES.get(current_language(), LANGUAGES[SOURCE_LANGUAGE])
    return fill(text, language, *values, **named)


def percent(number: str) -> str:
    """Return a written number as a percentage: ``5 %`` in English, ``5%`` in Korean."""
    return filled(QCoreApplication.translate("Percent", "{0} %"), number)


def error_sentence(error: EngineError) -> str:
    """Return an engine error as one sentence in the user's language."""
    return coded_sentence(f"error:{error.code}", str(error), error.details)


def table_sentence(told: Remark | Question) -> str:
    """Return a remark or a question about a table as one sentence in the user's language."""
    return coded_sentence(f"error:{told.code}", told.sentence, told.details)


def formula_sentence(told: Choice | FormulaNote) -> str:
    """Return one reading of a formula, or a note on it, in the user's language."""
    return coded_sentence(f"error:{told.code}", told.sentence, told.details)


def coded_sentence(key: str, english: str, details: Mapping[str, object]) -> str:
    """Return a sentence of the engine in the user's language.

    It is looked up by its key and filled from its details; where no translation exists, or its
    blanks do not fit the details, the English sentence is the answer.

    Args:
        key: What the engine's catalog calls it, such as ``"error:cycle"``.
        english: The whole sentence in English.
        details: The values that it names.
    """
    pattern = QCoreApplication.translate("engine", key)
    if pattern == key:
        return english
    shown = {name: _translate_detail(name, value) for name, value in details.items()}
    try:
        return filled(pattern, **shown)
    except (KeyError, IndexError, ValueError):
        return english


def _translate_detail(name: str, value: object) -> object:
    if isinstance(value, EngineError):
        return error_sentence(value)
    if not isinstance(value, str):
        return value
    # Titles come from the engine's tables; a name is the user's own, even if it reads like one.
    if name in _TITLES:
        return quote(translate_engine(value))
    return quote(value, LONGEST_LIST if name in _LISTS else LONGEST_QUOTE)
