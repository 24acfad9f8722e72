"""What columns are called whose meaning their name tells: targets, and what numbers the rows."""

from __future__ import annotations

import re

_APART = re.compile(r"[\s_\-./()·:]+")
_UNIT = re.compile(r"(?<=\S)\s*[(\[][^()\[\]]*[)\]]\s*\Z")
_NUMBERED = re.compile(r"(?:y|target|output|목표|출력)[0-9]{1,2}")

# Without spaces, in small letters.
_TARGET_WORDS = """
    label labels class classes species target targets y outcome diagnosis result grade category
    survived passed pass quality default churn variety output price
    합격 합격여부 합불 등급 학점 결과 정답 라벨 레이블 클래스 종 품종 종류 분류 목표 목표값
    타깃 타겟 생존 생존여부 진단 진단결과 판정 불량 불량여부 구매 구매여부 가격 집값 거래금액 출력
    satisfaction 만족 만족도
    cnt rentedbikecount count 대여량 대여건수 판매량 수요량 medv mpg rings charges 종가
"""
_ROW_WORDS = """
    id index idx no nr num number key uuid code phone zip zipcode name rownames row rowid obs rank
    studentid userid customerid passengerid sampleid seq serial sn # №
    번호 학번 사번 순번 연번 순서 아이디 코드 우편번호 전화번호 휴대폰 이름 성명 학생 학생번호
    순위 등수 석차
    고객번호 일련번호
"""
_CODE_WORDS = """
    code phone zip zipcode postcode postalcode 코드 우편번호 전화번호 휴대폰
"""
_NOTE_WORDS = """
    notes memo remark remarks comment comments 비고 메모 의견 기타의견 건의 건의사항 자유의견
    특이사항
"""
# Of two words the one that is coded as 1, where the alphabet would have it otherwise.
_YES_WORDS = """
    o ○ ◯ ⭕ ✓ ✔ √ v + 성공 양성 맞음 정답 찬성 가능 유 있음 예 네 참
    positive success true yes y
"""
_YES = frozenset(_YES_WORDS.split())
_TARGETS, _ROW_NAMES, _CODES, _NOTES = (
    frozenset(words.split()) for words in (_TARGET_WORDS, _ROW_WORDS, _CODE_WORDS, _NOTE_WORDS)
)
_CODED_BY = ("id", "code", "번호", "코드")
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
    return plain in _ROW_NAMES or plain.startswith("unnamed") or _last_part(name) in {"id", "번호"}


def names_codes(name: str) -> bool:
    """Return whether a column is called as what has numbers for names is: zip, shop_id."""
    return _plain(name) in _CODES or _last_part(name) in _CODED_BY


def names_notes(name: str) -> bool:
    """Return whether a column is called as what people remark freely is."""
    return _plain(name) in _NOTES


def says_yes(word: str) -> bool:
    """Return whether a word, or a sign, says that something is so."""
    return word.casefold() in _YES


def names_date(name: str) -> bool:
    """Return whether a column is called as dates are."""
    return any(word in name.lower() for word in _DATES)


def names_total(cell: str) -> bool:
    """Return whether a cell is what a row of sums or means is called by."""
    return _plain(cell) in _TOTALS


def _last_part(name: str) -> str:
    return next((part for part in reversed(_APART.split(name.lower())) if part), "")


def _plain(name: str) -> str:
    """Return a name without the unit in brackets behind it, spaces and capitals."""
    return _APART.sub("", _UNIT.sub("", name).lower())
