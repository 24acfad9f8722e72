"""The language record: all that is known of one language but its translations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language that the interface can be in.

    Its texts stand in ``resources/i18n``, in catalogs that bear its code.

    Attributes:
        name: Its code of ISO 639, such as ``"ko"``.
        title: Its English name.
        own_name: What it calls itself.
        invitation: How it offers to be switched to.
        writing_system: Which letters it is written with, as ``QFontDatabase.WritingSystem`` calls
            them.
        families: Fonts without serifs that have its letters, the best ones first; none where every
            font has them.
        font_package: The package of Debian that has such a font.
        aliases: Other codes for it.
        operation_names: What it calls operations, by their names: further names that the search
            and the formula parser understand, whatever the language of the interface is.
        joining: Of the forms that a mark of a text lists, such as ``("을", "를")``, returns the one
            that stands after a text (`engine.languages.filling`); None where no word changes with
            the one before it.
    """

    name: str
    title: str
    own_name: str
    invitation: str
    writing_system: str = "Latin"
    families: tuple[str, ...] = ()
    font_package: str = "fonts-noto-core"
    aliases: tuple[str, ...] = ()
    operation_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    joining: Callable[[str, tuple[str, ...]], str] | None = None
