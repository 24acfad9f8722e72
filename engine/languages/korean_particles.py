"""Which form of a Korean particle stands after a text: that of the text's last sound, as read."""

from __future__ import annotations

import html
import re
import unicodedata
from enum import Enum


class LastSound(Enum):
    """What a reading ends with, as far as particles ask."""

    VOWEL = "vowel"
    RIEUL = "ㄹ"
    CONSONANT = "another consonant"


_OPEN, _RIEUL, _CLOSED = LastSound.VOWEL, LastSound.RIEUL, LastSound.CONSONANT

# 영 일 이 삼 사 오 육 칠 팔 구
_DIGITS = dict(
    zip("0123456789", (_CLOSED, _RIEUL, _OPEN, _CLOSED, _OPEN, _OPEN, _CLOSED, _RIEUL, _RIEUL,
                       _OPEN), strict=True)
)  # fmt: skip
# Numbers with so many zeros at their end, or up to three more, end in 조 해 자 구 재; all others in
# a consonant: 십 백 천 만 억 경.
_OPEN_ZEROS = (12, 20, 24, 32, 44)

# Their names: 에이 비 씨 … 엘 엠 엔 … 알 …; all others end in a vowel.
_LETTERS = {"l": _RIEUL, "r": _RIEUL, "m": _CLOSED, "n": _CLOSED}
# 엡실론 오미크론 입실론; all others, such as 알파, end in a vowel.
_CLOSED_GREEK = "εου"
# Above a letter: 햇; 바, 틸다, 도트 end in vowels. Other marks, such as accents, are not read.
_CLOSED_MARKS, _OPEN_MARKS = "\u0302", "\u0303\u0304\u0305\u0307\u0308"

# Signs that are read: 퍼센트 도 무한대 라운드 더하기; 프라임 샵, powers as 제곱; 인테그랄 퍼밀.
_SIGNS = {
    **dict.fromkeys("%°∞∂∇+-−×÷*=<>≤≥≈≠√∑∏→←↑↓●□$&@", _OPEN),
    **dict.fromkeys("′#⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿˣᵏ", _CLOSED),
    **dict.fromkeys("∫‰", _RIEUL),
    # The letters by their names: 아 야 …; 기역 니은 …; 리을.
    **dict.fromkeys("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ", _OPEN),
    **dict.fromkeys("ㄱㄲㄴㄷㄸㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", _CLOSED),
    "ㄹ": _RIEUL,
}

# Words of Latin letters whose sound their spelling does not tell: 코사인 탄젠트 레이텍 그룹.
_WORDS = {
    **dict.fromkeys(("cos", "arccos", "latex", "group"), _CLOSED),
    **dict.fromkeys(("tan", "arctan"), _OPEN),
}
# The endings of the others, the first that fits: 스케일 네임 라인 드롭아웃; 링; 스텝 타깃 메트릭.
_ENDINGS = (
    (re.compile(r"(?:l|le)$"), _RIEUL),
    (re.compile(r"(?:[mn]e?|ng|out)$"), _CLOSED),
    (re.compile(r"(?:^|[^aeiou])[aeiou](?:[bpt]|ck?|k)$"), _CLOSED),
)

_TAG = re.compile(r"<[/a-zA-Z][^<>]*>")
# A gloss in brackets is not what the particle belongs to: 기울기(gradient)를.
_GLOSS = re.compile(r"(?<=[가-힣])\([^()]*\)$")
_NUMBER = r"\d[\d,\u2009]*(?:\.\d+)?(?:[eE][-+−]?\d+)?"
# 1/2 is read 이분의 일.
_FRACTION = re.compile(rf"(?<![\w.])({_NUMBER})\s?[/⁄]\s?{_NUMBER}$")
_LAST_NUMBER = re.compile(rf"{_NUMBER}$")
_LAST_WORD = re.compile(r"[A-Za-z]+$")
_VOWELS = re.compile(r"[aeiouy]")
_LARGE_END = re.compile(r"[A-Z]$")
_SYLLABLES, _FINALS, _FINAL_RIEUL = range(0xAC00, 0xD7A4), 28, 8


def particle_after(text: str, forms: tuple[str, ...]) -> str:
    """Return the form of a particle that stands after a text.

    Args:
        text: What stands before it, perhaps with markup: words, numbers, formulas, names.
        forms: The form after a consonant and the one after a vowel, such as ``("을", "를")``. One
            that begins with 으로 takes ㄹ for a vowel, as one says it.

    Example:
        >>> [particle_after(text, ("으로", "로")) for text in ("10", "1/2", "W₂", "σ(x)")]
        ['으로', '로', '로', '로']
    """
    after_consonant, after_vowel = forms
    sound = last_sound(text)
    is_open = sound is _OPEN or (sound is _RIEUL and after_consonant.startswith("으로"))
    return after_vowel if is_open else after_consonant


def last_sound(text: str) -> LastSound:
    """Return what the reading of a text ends with, a vowel where nothing in it is read.

    Numbers are read as one says them (0.23 as 영점이삼, 1/2 as 이분의 일, 1e−5 by its exponent),
    letters by their names, Latin words by their spelling, powers as 제곱. What is not read, such as
    brackets, quotes and other punctuation, is skipped.
    """
    rest = unicodedata.normalize("NFC", html.unescape(_TAG.sub("", text)))
    while rest:
        sound = _sound_of_end(rest)
        if sound is not None:
            return sound
        shorter = _GLOSS.sub("", rest)
        rest = shorter if shorter != rest else rest[:-1]
    return _OPEN


def _sound_of_end(text: str) -> LastSound | None:
    """Return the last sound of what a text ends with, None if that is not read."""
    sign = text[-1]
    if sign in _SIGNS:
        return _SIGNS[sign]
    if ord(sign) in _SYLLABLES:
        final = (ord(sign) - _SYLLABLES.start) % _FINALS
        return _RIEUL if final == _FINAL_RIEUL else _CLOSED if final else _OPEN
    if sign.isalnum() or unicodedata.combining(sign):
        return _sound_of_mark(sign) or _sound_of_letters(text)
    return None


def _sound_of_mark(letter: str) -> LastSound | None:
    """Return the sound of a mark above a letter, which is read after it: ŷ is 와이 햇."""
    mark = unicodedata.normalize("NFD", letter)[-1]
    return _CLOSED if mark in _CLOSED_MARKS else _OPEN if mark in _OPEN_MARKS else None


def _sound_of_letters(text: str) -> LastSound | None:
    """Return the last sound of a text that ends in a digit or in a letter of another alphabet."""
    # Subscripts, digits in circles and letters of mathematics become plain ones.
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(
        # Every script's digits are read as numbers: ٣ is 삼.
        str(unicodedata.decimal(sign, sign))
        for sign in decomposed
        if not unicodedata.combining(sign)
    )
    if fraction := _FRACTION.search(plain):
        return _sound_of_number(fraction.group(1))
    if number := _LAST_NUMBER.search(plain):
        return _sound_of_number(number.group())
    if word := _LAST_WORD.search(plain):
        return _sound_of_word(word.group())
    # Many letters of other scripts have no name of their own.
    if unicodedata.name(plain[-1:] or " ", "").startswith("GREEK"):
        return _CLOSED if plain[-1].lower() in _CLOSED_GREEK else _OPEN
    return None


def _sound_of_number(number: str) -> LastSound:
    digits = re.sub(r"[^\d.]", "", re.split("[eE]", number)[-1])
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros == len(digits) or "." in digits or not zeros:
        return _DIGITS[digits[-1]]
    return _OPEN if zeros - zeros % 4 in _OPEN_ZEROS else _CLOSED


def _sound_of_word(word: str) -> LastSound:
    """Return the last sound of a Latin letter, of letters read one by one, or of a word."""
    small = word.lower()
    if small in _WORDS:
        return _WORDS[small]
    if _LARGE_END.search(word) or len(word) == 1 or not _VOWELS.search(small):
        return _LETTERS.get(small[-1], _OPEN)
    return next((sound for ending, sound in _ENDINGS if ending.search(small)), _OPEN)
