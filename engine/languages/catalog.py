"""The table of languages, and what operations are called in them."""

from __future__ import annotations

from engine.languages.language import Language
from engine.registry import Aliases, Registry

LANGUAGES: Registry[Language] = Registry.discover("engine.languages", Language)

# The language of the texts in the code: what is shown where there is no translation.
SOURCE_LANGUAGE = "en"


@LANGUAGES.derived
def operation_names() -> Aliases:
    """Return the names that languages have for operations, by the operations' own."""
    found: dict[str, tuple[str, ...]] = {}
    for language in LANGUAGES.values():
        for operation, names in language.operation_names.items():
            found[operation] = (*found.get(operation, ()), *names)
    return found
