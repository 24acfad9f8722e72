"""Letters of names in one form: what looks the same and means the same is one name."""

from __future__ import annotations

from unicodedata import normalize

PRIME = "′"
_MATHEMATICAL = range(0x1D400, 0x1D800)
# Greek letters that Unicode has twice, once as a sign of something: µ for a millionth.
_TWICE = dict(zip("µϵϕϑϱϖϰ", "μεφθρπκ", strict=True))

# The letters of one alphabet in another dress, sign for sign.
SAME_LETTERS: dict[int, str] = {
    **{
        code: plain
        for code in _MATHEMATICAL
        if (plain := normalize("NFKC", chr(code))) != chr(code) and len(plain) == 1
    },
    **{ord(sign): letter for sign, letter in _TWICE.items()},
}


def normal_name(name: str) -> str:
    r"""Return a name as it is compared: ŷ of one sign or of two, μ of either kind, are one.

    Example:
        >>> normal_name("y\u0302") == "\u0177"
        True
    """
    return name if name.isascii() else normalize("NFC", name.translate(SAME_LETTERS))


def is_plain_name(name: str) -> bool:
    """Return whether a text is a name: letters, digits and ``_``, no digit first, ′ at its end."""
    return name.rstrip(PRIME).isidentifier()
