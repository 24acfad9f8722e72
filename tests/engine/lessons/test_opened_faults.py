"""What a space cannot open, await or say is found by file and line."""

from __future__ import annotations

from tests.engine.lessons.folders import MemoryFiles, told


def test_an_opening_that_cannot_be_is_told() -> None:
    training = """[step.open]
space = "training"
data = "nonsense"
"""
    races = """[step.open]
space = "optimizers"
surface = "nonsense"
"""
    for opening, said in (
        (training, "nonsense"),
        (training.replace('data = "nonsense"', 'picture = "nonsense"'), "the words that this"),
        (training.replace('data = "nonsense"', 'experiment = "perceptrons"'), "“perceptron”?"),
        (training.replace('data = "nonsense"', "layers = [2]"), "2 is one."),
        (races, "nonsense"),
        (
            '[step.open]\nspace = "activations"\nchosen = ["sigmoid", "tanhh"]\n',
            "“tanhh” is none of the functions; did you mean “tanh”?",
        ),
        (
            '[step.open]\nspace = "graph"\nformula = "f = a"\ntool = "pathes"\n',
            "“pathes” is none of the words that this takes; did you mean “paths”?",
        ),
        (
            '[step.open]\nspace = "graph"\nformula = "f = 2*a"\nvalues = { b = "1" }\n',
            "“b” is no input of the formula.",
        ),
    ):
        found = [line for line in told(with_opening(opening)) if said in line]
        assert found, (opening, told(with_opening(opening)))
        assert found[0].startswith("lesson.toml:"), found


def with_opening(opening: str) -> MemoryFiles:
    """Return a lesson of one step that opens something."""
    structure = f'format = 1\n[[step]]\nid = "look"\n{opening}'
    words = "# A lesson\nA summary.\n\n## look: Look\nLook at it.\n"
    return MemoryFiles({"lesson.toml": structure, "en.md": words})


def test_until_with_a_sign_is_told_with_the_word_for_it() -> None:
    opening = '[step.open]\nspace = "training"\ndata = "xor"\n'
    step = """[step.wait]
all = [{ fact = "epoch", at_least = "3" }]
[step.solution]
do = [["train"], ["until", "epoch", ">=", "3"]]
"""
    files = with_opening(opening + step)
    assert told(files) == [
        "lesson.toml:9: In “until” a comparison is a word: write “at_least” for “>=”."
    ]
    unknown = step.replace('">="', '"at_least"').replace('"until", "epoch"', '"until", "epch"')
    files = with_opening(opening + unknown)
    assert "epch" in told(files)[0]


def test_a_text_of_the_interface_that_nothing_says_is_told() -> None:
    for quoted, said in (
        ("{ui:Trian}", "Nothing in the interface says “Trian”; did you mean “Train”?"),
        ("{ui:Completely unheard of}", "Nothing in the interface says “Completely unheard of”."),
        ("{ui:Nowhere|Clear}", "“Clear” is said in several ways in the interface; write one of"),
        ("{ui:Clear}", "{ui:AccumulatePanel|Clear}"),
    ):
        files = with_opening('[step.open]\nspace = "graph"\n')
        files.texts["en.md"] = files.texts["en.md"].replace("it.", f"it.\nPress {quoted}.")
        (found,) = told(files)
        assert found.startswith("en.md:6: "), found
        assert said in found
