"""Words that have an order which is not that of the alphabet: months, days, how much one agrees."""

from __future__ import annotations

from collections.abc import Collection

_ORDERS = tuple(
    {word: place for place, word in enumerate(line.split("|"))}
    for line in (
        "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
        "january|february|march|april|may|june|july|august|september|october|november|december",
        "mon|tue|wed|thu|fri|sat|sun",
        "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
        "월|화|수|목|금|토|일",
        "월요일|화요일|수요일|목요일|금요일|토요일|일요일",
        "봄|여름|가을|겨울",
        "spring|summer|autumn|fall|winter",
        "전혀 아니다|아니다|보통이다|그렇다|매우 그렇다",
        "전혀 그렇지 않다|그렇지 않다|보통이다|그렇다|매우 그렇다",
        "매우 불만족|불만족|보통|만족|매우 만족",
        "strongly disagree|disagree|neutral|agree|strongly agree",
        "very low|low|medium|high|very high",
        "하|중|상",
        "small|medium|large",
    )
)


def known_order(words: Collection[str]) -> list[str] | None:
    """Return words in the order that everybody has them in, or None where there is none.

    Example:
        >>> known_order(["Tue", "Sun", "Mon"])
        ['Mon', 'Tue', 'Sun']
    """
    plain = {word: " ".join(word.split()).casefold() for word in words}
    for order in _ORDERS:
        if len(plain) > 1 and set(plain.values()) <= order.keys():
            return sorted(plain, key=lambda word: order[plain[word]])
    return None
