"""What columns are called whose meaning their name tells: targets, and what numbers the rows."""

from __future__ import annotations

import re

_APART = re.compile(r"[\s_\-./()·:]+")
_NUMBERED = re.compile(r"(?:y|target|output|목표|출력)[0-9]{1,2}")

# Without spaces, in small letters.
_TARGET_WORDS = """
    label labels class classes species target targets y outcome diagnosis result grade category
    survived passed pass quality default churn variety output price
    합격 합격여부 합불 등급 학점 결과 정답 라벨 레이블 클래스 종 품종 종류 분류 목표 목표값
    타깃 타겟 생존 생존여부 진단 진단결과 판정 불량 불량여부 구매 구매여부 가격 집값 출력
"""
_ROW_WORDS = """
    id index idx no nr num number key uuid code phone zip zipcode name rownames row rowid obs
    studentid userid customerid passengerid sampleid seq serial sn # №
    번호 학번 사번 순번 연번 순서 아이디 코드 우편번호 전화번호 휴대폰 이름 성명 학생 학생번호
    고객번호 일련번호
"""
_TARGETS, _ROW_NAMES = (frozenset(words.split()) for words in (_TARGET_WORDS, _ROW_WORDS))
_TOTALS = frozenset(
    ("합계", "총계", "소계", "총합", "평균", "계", "total", "grandtotal", "sum", "average", "mean")
)
_DATES = ("date", "day", "날짜", "일자", "일시")


def names_target(name: str) -> bool:
    """Return whether a column is called as what is to be predicted is."""
    return _plain(name) in _TARGETS


def names_numbered_target(name: str) -> bool:
    """Return whether a column is called as one of several targets is, such as y1."""
    return _NUMBERED.fullmatch(_plain(name)) is not None


def names_rows(name: str) -> bool:
    """Return whether a column is called as what tells one row from the others is."""
    plain = _plain(name)
    parts = [part for part in _APART.split(name.lower()) if part]
    return plain in _ROW_NAMES or plain.startswith("unnamed") or parts[-1:] in (["id"], ["번호"])


def names_date(name: str) -> bool:
    """Return whether a column is called as dates are."""
    return any(word in name.lower() for word in _DATES)


def names_total(cell: str) -> bool:
    """Return whether a cell is what a row of sums or means is called by."""
    return _plain(cell) in _TOTALS


def _plain(name: str) -> str:
    return _APART.sub("", name.lower())
