"""The Korean of the interface: its terms, its register, its spacing and its particles.

Whoever translates reads the table below: it says what is not said, what is said instead, and why.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import pytest

from desktop.foundation.translation import CATALOGS
from engine.languages.catalog import LANGUAGES
from engine.languages.filling import MARK, fill
from engine.languages.korean_particles import particle_after
from tests.support.update_translations import FOLDER, Message, read_messages


class Term(NamedTuple):
    """A wording that Korean lecture notes do not have.

    Attributes:
        forbidden: A pattern for it.
        right: What is said instead.
        why: What it is mistaken for.
        unless: A pattern for the English texts that it is the right word for.
    """

    forbidden: str
    right: str
    why: str
    unless: str = "(?!)"


TERMS = (
    Term("표본", "샘플", "the term of machine learning; 표본 is that of statistics"),
    Term("출발점", "시작점", "one word for the start of a run"),
    Term("최솟점", "최소점 (the place), 최솟값 (the value)", "no such word"),
    Term("묶음", "그룹", "one word for a group of gates"),
    Term("갈래", "가지", "one word for a branch"),
    Term(
        "(?<!아크)탄젠트",
        "변화율 ∂·/∂x, or tanh",
        "reads as the function tan",
        unless="^Tangent$|^The tangent of the input in radians",
    ),
    Term("스위시|소프트플러스|맥스아웃", "Swish, Softplus, Maxout", "written in Latin letters"),
    Term("분배기", "분배(distributor)", "a device"),
    Term("교환기", "맞바꿈(switcher), 행렬 맞바꿈", "a telephone exchange"),
    Term("배율기", "배율(local)", "a device"),
    Term("라우터", "선택(router)", "a network device"),
    Term("양극 계단", "부호 계단 함수(±1)", "양극 is an anode"),
    Term("음소거", "통과시키기", "the mute of a loudspeaker"),
    Term("되돌리기", "처음 상태로 (Reset), 실행 취소 (Undo)", "reads as Undo"),
    Term("스텝|걸음", "단계 (a count), 이동량 (how far)", "one word for each"),
    Term("최적화 (방법|규칙)", "옵티마이저", "the space is 최적화, who moves in it an 옵티마이저"),
    Term("정규화", "규제 (regularization)", "정규화 is normalization"),
    Term("정체|인내", "개선이 멈추면 줄이기, 허용 횟수", "stagnation and endurance of people"),
    Term("(노름|값)(으로|에 따라) 자르기", "기울기 클리핑(노름), 기울기 클리핑(값)", "the term"),
    Term("감쇠, (결합|분리)$", "결합형, 분리형", "the term"),
    Term("더미", "쌓은 층", "a heap, or a dummy"),
    Term("굽은 함수", "비선형 함수", "the term"),
    Term("쌍둥이|죽음", "동일한 유닛, 죽은 유닛", "people"),
    Term("평탄", "포화 비율", "does not say of what"),
    Term("(국소|상류|하류)(?! 기울기)", "국소 기울기, 상류 기울기, 하류 기울기", "local what?"),
    Term("미분값|접선의 기울기가 0", "도함수 값", "one term for the slope of a function"),
    Term("처음 가중치|출발 가중치", "초기 가중치", "the term"),
    Term("시험 (데이터|비율|손실|정확도)|시험(할|하는|해)", "테스트, or 시도 (to try)", "an exam"),
    Term("눌러 넣", "압축합니다", "presses with the hand"),
    Term("기어가", "느리게 갑니다", "crawls"),
    Term("제 편", "올바른 쪽", "one's ally"),
    Term("많아야", "최대, 이하", "reads as 'must be many'"),
    Term("점의 기울기를 곱|이 점에서의 기울기", "도함수 값", "기울기 is the gradient"),
    Term("단추", "버튼", "one word for a button"),
    Term("더블 ?클릭", "두 번 클릭", "one word for a double click"),
    Term("훈련", "학습", "one word for training"),
    Term("환경 설정|데이터 세트", "환경설정, 데이터셋", "one spelling"),
    Term("미리 보는 점", "내다본 점", "one term for Nesterov's point ahead"),
    Term("(?<![가-힣])식(을|이|은|으로|의)?(?![가-힣])", "수식", "one word for a formula"),
    Term("십시오", "세요", "one register for requests"),
    Term("붙여 넣", "붙여넣", "one spelling"),
    Term("Escape", "Esc", "what stands on the key"),
    Term(r"(\d|\}) %", "100%", "no space before a percent sign"),
    Term(r"[가-힣] \((Ctrl|Alt|Shift|Esc|Enter|Space|Tab|Home|End)", "단어(Enter)", "no space"),
    Term(r"[가-힣] …$", "이름 바꾸기…", "no space"),
    Term(r"개 가운데", "4개 중", "shorter, and what is said"),
    Term(r"(^|\s)(\{\w+\}|\d+) 중 (\{|\d)", "1/4, 160/500", "a count is written as a fraction"),
    Term(r"[×x] (커|작아|늘|줄)", "8,984배가 되었습니다", "a factor is 배"),
    Term(
        r"[을이은과와를가는]\([을이은과와를가는]\)|\([으이]\)",
        "{0}{을/를}",
        "one is wrong",
    ),
)
PARTICLES = ("을/를", "은/는", "이/가", "과/와", "으로/로", "이/")
_FORMS = {form: tuple(pair.split("/")) for pair in PARTICLES[:-1] for form in pair.split("/")}
_BARE = re.compile(rf"({'|'.join(sorted(_FORMS, key=len, reverse=True))})(?![가-힣])")
_BLANK = re.compile(r"\{\w*(?::[^{}]*)?\}")
# What may stand between a blank and its particle.
_CLOSING = "”’\"')]"


@cache
def korean() -> tuple[tuple[Message, str], ...]:
    """Return every Korean text with what it translates."""
    return tuple(
        (message, text)
        for catalog in CATALOGS
        for message in read_messages(FOLDER / f"{catalog}_ko.ts")
        for text in message.translations
    )


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.forbidden)
def test_no_text_says_what_korean_lecturers_do_not(term: Term) -> None:
    found = [
        (m.context, m.source, text)
        for m, text in korean()
        if re.search(term.forbidden, text) and not re.search(term.unless, m.source)
    ]
    assert not found, f"say {term.right}, because: {term.why}"


def test_every_mark_is_a_particle_after_a_blank() -> None:
    wrong = [
        (message.source, text)
        for message, text in korean()
        for mark in MARK.finditer(text)
        if mark.group()[1:-1] not in PARTICLES
        or not text[: mark.start()].rstrip(f"{_CLOSING}%").endswith("}")
    ]
    assert not wrong, f"marks are {PARTICLES}, and stand after what fills a blank"


def test_every_text_with_a_mark_can_be_filled() -> None:
    for message, text in korean():
        if not MARK.search(text):
            continue
        names = _BLANK.findall(text)
        named = {name: 3.0 for name in re.findall(r"\w+", " ".join(names)) if not name.isdigit()}
        filled = fill(text, LANGUAGES["ko"], *[3.0] * (len(names) + 6), **named)
        assert not re.search(r"[{}]", filled), message.source
        # 3 is read 삼.
        assert not re.search(r"3(\.0)?[”’]?(를|는|가|와|로)(?![가-힣])", filled), message.source


def test_no_particle_after_a_blank_is_written_out() -> None:
    """What fills the blank decides; in brackets after a Korean word it is a gloss, and does not."""
    wrong = [
        (message.source, text)
        for message, text in korean()
        for found in _BARE.finditer(text)
        if (before := _without_gloss(text[: found.start()]).rstrip(_CLOSING)).endswith("}")
        and not MARK.search(before[before.rindex("{") :])
    ]
    assert not wrong, "write a mark, such as {0}{을/를}"


def test_a_particle_after_letters_and_digits_is_the_one_of_their_reading() -> None:
    wrong = [
        (text, found.group(), right)
        for _, text in korean()
        for found in _BARE.finditer(_BLANK.sub("", MARK.sub("", text)))
        for before in [_BLANK.sub("", MARK.sub("", text))[: found.start()]]
        if re.search(rf"[A-Za-z0-9Α-ω₀-₉][{re.escape(_CLOSING)}]*$", _without_gloss(before))
        and (right := particle_after(before, _FORMS[found.group(1)])) != found.group(1)
    ]
    assert not wrong


def _without_gloss(text: str) -> str:
    return re.sub(r"(?<=[가-힣])\([^()]*\)$", "", text)
