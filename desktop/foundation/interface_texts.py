"""What the interface says, looked up by its English text wherever that stands.

A lesson quotes a button by what stands on it in English, without knowing which widget it belongs
to; Qt's translators know texts by widget alone. So the compiled catalogs are read, which are there
in every installed program.
"""

from __future__ import annotations

from functools import lru_cache

from desktop.foundation import assets
from desktop.foundation.translation import CATALOGS, current_language
from engine.languages.catalog import LANGUAGES, SOURCE_LANGUAGE
from engine.languages.interface_texts import PART_SIGN, InterfaceTexts, Lookup


def interface_text(text: str) -> str | None:
    """Return what a control says in the language in force.

    Args:
        text: What it says in English, without the sign of its access key and without ``…``. Of a
            text that parts of the interface say in different words in some language, the part is
            named before it: ``AccumulatePanel|Clear``.

    Returns:
        Its words, likewise; None where nothing in the interface says this, or where it is said in
        different words and no part is named, so that nobody can tell which are meant.
    """
    language = current_language()
    if language == SOURCE_LANGUAGE:
        others = [code for code in LANGUAGES if code != SOURCE_LANGUAGE]
        return english_text(text) if all(_found(text, code) for code in others) else None
    return _found(text, language)


def english_text(text: str) -> str:
    """Return what a control says in English, without the part of the interface it belongs to."""
    return text.rpartition(PART_SIGN)[2].strip()


def _found(text: str, language: str) -> str | None:
    lookup, words = _texts(language).look_up(text)
    return words if lookup is Lookup.FOUND else None


@lru_cache(maxsize=4)
def _texts(language: str) -> InterfaceTexts:
    """Return what each text is in a language."""
    paths = [f"i18n/{catalog}_{language}.qm" for catalog in CATALOGS]
    return InterfaceTexts.read(assets.data(path) for path in paths if assets.exists(path))
