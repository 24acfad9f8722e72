"""A particle has the form of the last sound of what stands before it, as Koreans read that."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from engine.languages.korean_particles import LastSound, last_sound, particle_after
from engine.optimizers.catalog import OPTIMIZERS

OBJECT, TOPIC, SUBJECT, WITH, TOWARDS = (
    ("을", "를"), ("은", "는"), ("이", "가"), ("과", "와"), ("으로", "로"),
)  # fmt: skip

# How each is read: the sound is that of the last syllable, which the test takes apart itself.
DIGITS = dict(zip("0123456789", "영일이삼사오육칠팔구", strict=True))
LETTERS = {
    "A": "에이", "B": "비", "C": "씨", "D": "디", "E": "이", "F": "에프", "G": "지", "H": "에이치",
    "I": "아이", "J": "제이", "K": "케이", "L": "엘", "M": "엠", "N": "엔", "O": "오", "P": "피",
    "Q": "큐", "R": "알", "S": "에스", "T": "티", "U": "유", "V": "브이", "W": "더블유",
    "X": "엑스", "Y": "와이", "Z": "제트",
}  # fmt: skip
GREEK = {
    "α": "알파", "β": "베타", "γ": "감마", "δ": "델타", "ε": "엡실론", "ζ": "제타", "η": "에타",
    "θ": "세타", "ι": "이오타", "κ": "카파", "λ": "람다", "μ": "뮤", "ν": "뉴", "ξ": "크시",
    "ο": "오미크론", "π": "파이", "ρ": "로", "σ": "시그마", "τ": "타우", "υ": "입실론", "φ": "파이",
    "χ": "카이", "ψ": "프시", "ω": "오메가",
}  # fmt: skip
NUMBERS = {
    "0.23": "영점이삼", "3": "삼", "42": "사십이", "1e−5": "마이너스 오", "1e-10": "마이너스 십",
    "2.5E+03": "삼", "−0.5": "마이너스 영점오", "10": "십", "1,000": "천", "200": "이백",
    "10,000": "만", "100000": "십만", "100000000": "억", "1000000000000": "조",
    "10000000000000": "십조", "10000000000000000": "경", "100000000000000000000": "해",
    "1/2": "이분의 일", "3/4": "사분의 삼", "160/500": "오백분의 백육십", "½": "이분의 일",
    "1.50": "일점오영", "0": "영", "0.0": "영점영", "5%": "퍼센트", "12 %": "퍼센트", "∞": "무한대",
    "−∞": "무한대", "90°": "도", "1\u2009000": "천", "8,984배": "배", "３": "삼", "٣": "삼",
    "१०": "십", "2²": "제곱",
}  # fmt: skip
WORDS = {
    "W₂": "더블유 이", "f₁": "에프 일", "x_10": "엑스 십", "L1": "엘 일", "y²": "와이 제곱",
    "0.25¹⁰": "이십오의 십제곱", "x⁻¹": "마이너스 일승", "xⁿ": "엔승", "Wᵀ": "더블유 티",
    "f′": "에프 프라임", "ŷ": "와이 햇", "x̄": "엑스 바", "σ(x)": "시그마 엑스",
    "f(x, y)": "엑스 와이", "(1, 2)": "일 이", "[3]": "삼", "“값”": "값", "‘시그모이드’": "드",
    "「행렬」": "렬", "값…": "값", "기울기(gradient)": "기울기", "델(del)": "델",
    "ReLU": "렐루", "NaN": "엔", "XOR": "엑스오알", "AND": "디", "SGD": "디", "GIF": "에프",
    "Adam": "아담", "Momentum": "모멘텀", "RMSProp": "프롭", "AdaGrad": "그라드",
    "Nesterov": "네스테로프", "tanh": "탄에이치", "Swish": "스위시", "Softplus": "소프트플러스",
    "Maxout": "맥스아웃", "Leaky ReLU": "렐루", "NumPy": "넘파이", "PyTorch": "파이토치",
    "LaTeX": "레이텍", "Python": "파이썬", "scale": "스케일", "model": "모델", "line": "라인",
    "dropout": "드롭아웃", "sin": "사인", "cos": "코사인", "tan": "탄젠트", "log": "로그",
    "exp": "프", "max": "맥스", "sqrt": "루트", "batch": "배치", "step": "스텝", "target": "타깃",
    "group": "그룹",
    "loss.csv": "브이", "café": "카페", "∂f/∂x": "엑스", "dy/dx": "엑스",
    "<b>W<sub>2</sub></b>": "이", "a &amp; b": "비", "x&nbsp;": "엑스", "곡면 3개": "개",
    "𝑥": "엑스", "ㄹ": "리을", "ㅏ": "아",
}  # fmt: skip


def sound_of_reading(reading: str) -> LastSound:
    """Return the last sound of Hangul, by Unicode's own decomposition."""
    parts = unicodedata.normalize("NFD", reading[-1])
    if len(parts) < 3:
        return LastSound.VOWEL
    return LastSound.RIEUL if parts[2] == "\u11af" else LastSound.CONSONANT


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        *DIGITS.items(),
        *LETTERS.items(),
        *((letter.lower(), reading) for letter, reading in LETTERS.items()),
        *GREEK.items(),
        *((letter.upper(), reading) for letter, reading in GREEK.items()),
        *NUMBERS.items(),
        *WORDS.items(),
    ],
)
def test_a_text_ends_with_the_sound_of_its_reading(text: str, reading: str) -> None:
    assert last_sound(text) is sound_of_reading(reading)


@pytest.mark.parametrize("digit", DIGITS)
def test_every_digit_ends_numbers_of_any_form_alike(digit: str) -> None:
    sound = sound_of_reading(DIGITS[digit])
    subscript = chr(ord("₀") + int(digit))
    for text in (
        f"4.{digit}",
        f"W{subscript}",
        f"3e−{digit}",
        f"w_{digit}",
        f"−{digit}",
        f"({digit})",
    ):
        assert last_sound(text) is sound, text


def test_every_syllable_ends_as_it_is_written() -> None:
    for syllable in map(chr, range(0xAC00, 0xD7A4)):
        assert last_sound(syllable) is sound_of_reading(syllable), syllable


def test_a_name_that_a_file_system_took_apart_is_put_together() -> None:
    assert last_sound(unicodedata.normalize("NFD", "손실 곡면")) is LastSound.CONSONANT


@pytest.mark.parametrize("text", ["матрица", "行列", "مصفوفة", "𗀀", "ठ"])
def test_a_name_in_another_script_takes_the_form_after_a_vowel(text: str) -> None:
    assert particle_after(text, OBJECT) == "를"


def test_a_letter_of_another_script_is_passed_over_for_what_is_read_before_it() -> None:
    assert particle_after("값行", OBJECT) == "을"


def test_a_particle_stands_after_any_sign_that_a_file_or_a_name_may_end_with() -> None:
    for sign in map(chr, (*range(0xD800), *range(0xE000, sys.maxunicode + 1, 7))):
        assert last_sound(sign) in LastSound, hex(ord(sign))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("값", "값을 값은 값이 값과 값으로"),
        ("기울기", "기울기를 기울기는 기울기가 기울기와 기울기로"),
        ("델", "델을 델은 델이 델과 델로"),
        ("42", "42를 42는 42가 42와 42로"),
        ("0.23", "0.23을 0.23은 0.23이 0.23과 0.23으로"),
        ("1", "1을 1은 1이 1과 1로"),
        ("L", "L을 L은 L이 L과 L로"),
        ("R", "R을 R은 R이 R과 R로"),
        ("a", "a를 a는 a가 a와 a로"),
        ("W₂", "W₂를 W₂는 W₂가 W₂와 W₂로"),
    ],
)
def test_every_particle_follows_the_sound(text: str, said: str) -> None:
    pairs = (OBJECT, TOPIC, SUBJECT, WITH, TOWARDS)
    assert " ".join(text + particle_after(text, pair) for pair in pairs) == said


def test_longer_particles_follow_it_too() -> None:
    assert particle_after("델", ("으로부터", "로부터")) == "로부터"
    assert particle_after("값", ("이라", "라")) == "이라"


@pytest.mark.parametrize("nothing", ["", " ", "…", "()", "“”", "!?"])
def test_what_is_not_read_takes_the_form_after_a_vowel(nothing: str) -> None:
    assert particle_after(nothing, OBJECT) == "를"


def test_names_of_optimizers_are_read() -> None:
    read = {name: last_sound(record.title).name for name, record in OPTIMIZERS.items()}
    assert read["adam"] == "CONSONANT"
    assert read["sgd"] == "VOWEL"
