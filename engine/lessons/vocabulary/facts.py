"""The names of facts that spaces offer to conditions, answers and blanks."""

from __future__ import annotations

from engine.formula.tokens import is_name
from engine.lessons.vocabulary.fact_word import FactWord
from engine.registry import Registry

_GRAPH = ("graph",)
_ACTIVATIONS = ("activations",)
_OPTIMIZERS = ("optimizers",)
_TRAINING = ("training",)

_RECORDS = (
    FactWord(name="space", title="space"),
    FactWord(name="language", title="language"),
    # Graph
    FactWord(name="value_{}", title="value", spaces=_GRAPH),
    FactWord(name="grad_{}", title="gradient", spaces=_GRAPH),
    FactWord(name="result", title="result", spaces=_GRAPH),
    FactWord(name="formula", title="formula", spaces=_GRAPH),
    FactWord(name="gates", title="number of gates", spaces=_GRAPH),
    FactWord(name="gates_{}", title="number of gates of this kind", spaces=_GRAPH),
    FactWord(name="wires", title="number of wires", spaces=_GRAPH),
    FactWord(name="groups", title="number of groups", spaces=_GRAPH),
    FactWord(name="walk", title="position of the step-by-step walk", spaces=_GRAPH),
    FactWord(name="walk_last", title="last position of the walk", spaces=_GRAPH),
    FactWord(name="walk_forward", title="end of the forward pass in the walk", spaces=_GRAPH),
    FactWord(name="walked", title="list of gates reached by the walk", spaces=_GRAPH),
    FactWord(
        name="walked_back", title="list of gates reached by the walk backward", spaces=_GRAPH
    ),
    FactWord(name="phase", title="phase of the walk", spaces=_GRAPH),
    FactWord(name="tool", title="tool", spaces=_GRAPH),
    FactWord(name="mode", title="mode", spaces=_GRAPH),
    FactWord(name="paths", title="number of paths", spaces=_GRAPH),
    FactWord(name="moving", title="input that is pushed", spaces=_GRAPH),
    FactWord(name="h", title="step h", spaces=_GRAPH),
    FactWord(name="numerical_error", title="largest error of the table", spaces=_GRAPH),
    FactWord(name="products", title="number of products", spaces=_GRAPH),
    FactWord(name="passes", title="number of backward passes", spaces=_GRAPH),
    FactWord(name="exercise_first", title="number right at the first try", spaces=_GRAPH),
    FactWord(name="exercise_right", title="number of right answers", spaces=_GRAPH),
    FactWord(name="exercise_total", title="number of questions", spaces=_GRAPH),
    FactWord(name="exercise_boxes", title="answers on the canvas", spaces=_GRAPH),
    FactWord(name="selected", title="selection", spaces=(*_GRAPH, *_ACTIVATIONS)),
    # Activations
    FactWord(name="chosen", title="choice of functions", spaces=_ACTIVATIONS),
    FactWord(name="x", title="place x", spaces=_ACTIVATIONS),
    FactWord(name="view", title="view", spaces=(*_ACTIVATIONS, *_OPTIMIZERS)),
    FactWord(name="slope", title="slope", spaces=_ACTIVATIONS),
    FactWord(name="value", title="value", spaces=_ACTIVATIONS),
    FactWord(name="largest_slope", title="largest slope", spaces=_ACTIVATIONS),
    FactWord(name="mean_output", title="mean output", spaces=_ACTIVATIONS),
    FactWord(name="threshold", title="slope below which it is flat", spaces=_ACTIVATIONS),
    FactWord(name="gradient_left", title="gradient left after the layers", spaces=_ACTIVATIONS),
    FactWord(name="gradient_ratio", title="share of the gradient at layer 1", spaces=_ACTIVATIONS),
    FactWord(name="own", title="formulas typed in", spaces=_ACTIVATIONS),
    FactWord(name="layers", title="list of layers", spaces=(*_ACTIVATIONS, *_TRAINING)),
    # Optimizers
    FactWord(name="surface", title="surface", spaces=_OPTIMIZERS),
    FactWord(name="position", title="step that is shown", spaces=_OPTIMIZERS),
    FactWord(name="steps", title="number of steps", spaces=_OPTIMIZERS),
    FactWord(name="x_{}", title="x", spaces=_OPTIMIZERS),
    FactWord(name="y_{}", title="y", spaces=_OPTIMIZERS),
    FactWord(name="loss_{}", title="loss", spaces=_OPTIMIZERS),
    FactWord(name="steps_to_goal_{}", title="number of steps to the goal", spaces=_OPTIMIZERS),
    FactWord(name="diverged_{}", title="diverges", spaces=_OPTIMIZERS, is_truth=True),
    FactWord(name="rate_{}", title="learning rate", spaces=_OPTIMIZERS),
    FactWord(name="racing_{}", title="is in the race", spaces=_OPTIMIZERS, is_truth=True),
    FactWord(name="ended_at_{}", title="step at which it ends", spaces=_OPTIMIZERS),
    FactWord(name="racing", title="list of methods in the race", spaces=_OPTIMIZERS),
    FactWord(name="start_x", title="x of the start", spaces=_OPTIMIZERS),
    FactWord(name="start_y", title="y of the start", spaces=_OPTIMIZERS),
    FactWord(name="goal", title="goal", spaces=_OPTIMIZERS),
    FactWord(name="method", title="method looked at", spaces=_OPTIMIZERS),
    FactWord(name="shared_rate", title="shared learning rate", spaces=_OPTIMIZERS),
    # Training
    FactWord(name="data", title="data set", spaces=_TRAINING),
    FactWord(name="hidden_units", title="number of hidden units", spaces=_TRAINING),
    FactWord(name="activation", title="activation function", spaces=_TRAINING),
    FactWord(name="seed", title="seed", spaces=_TRAINING),
    FactWord(name="rate", title="learning rate", spaces=_TRAINING),
    FactWord(name="epoch", title="number of epochs", spaces=_TRAINING),
    FactWord(name="step", title="number of steps", spaces=_TRAINING),
    FactWord(name="loss", title="loss", spaces=_TRAINING),
    FactWord(name="test_loss", title="test loss", spaces=_TRAINING),
    FactWord(name="accuracy", title="accuracy", spaces=_TRAINING),
    FactWord(name="test_accuracy", title="test accuracy", spaces=_TRAINING),
    FactWord(name="solved", title="the network has solved it", spaces=_TRAINING, is_truth=True),
    FactWord(name="solved_at", title="epoch in which it was solved", spaces=_TRAINING),
    FactWord(name="mean_prediction", title="mean prediction", spaces=_TRAINING),
    FactWord(name="dead_units", title="number of dead units", spaces=_TRAINING),
    FactWord(name="gradient_norm_{}", title="length of the gradient", spaces=_TRAINING),
    FactWord(name="weight_{}", title="weight", spaces=_TRAINING),
    FactWord(name="picture", title="picture", spaces=_TRAINING),
    FactWord(name="experiment", title="experiment", spaces=_TRAINING),
    FactWord(name="seeds_done", title="number of finished starts", spaces=_TRAINING),
    FactWord(name="solved_share", title="share of solved starts", spaces=_TRAINING),
    FactWord(name="samples", title="number of samples", spaces=_TRAINING),
    FactWord(name="inputs", title="inputs", spaces=_TRAINING),
    FactWord(name="targets", title="targets", spaces=_TRAINING),
    FactWord(name="predictions", title="predictions", spaces=_TRAINING),
    FactWord(name="test_share", title="share of test samples", spaces=_TRAINING),
    FactWord(name="hidden_layers", title="number of hidden layers", spaces=_TRAINING),
    FactWord(name="activations", title="activation functions of the layers", spaces=_TRAINING),
    FactWord(name="output", title="output function", spaces=_TRAINING),
    FactWord(name="initializer", title="initial weights", spaces=_TRAINING),
    FactWord(name="loss_function", title="loss function", spaces=_TRAINING),
    FactWord(name="optimizer", title="optimizer", spaces=_TRAINING),
    FactWord(name="l1", title="strength of L1", spaces=_TRAINING),
    FactWord(name="l2", title="strength of L2", spaces=_TRAINING),
    FactWord(name="dropout", title="share of dropout", spaces=_TRAINING),
    FactWord(name="batch_size", title="batch size", spaces=_TRAINING),
    FactWord(name="data_loss", title="loss without penalties", spaces=_TRAINING),
    FactWord(name="right", title="number of samples that are right", spaces=_TRAINING),
    FactWord(name="largest_error", title="largest error", spaces=_TRAINING),
    FactWord(name="gradient_norm", title="length of the whole gradient", spaces=_TRAINING),
    FactWord(name="parameters", title="number of weights and biases", spaces=_TRAINING),
    FactWord(name="bias_{}", title="bias", spaces=_TRAINING),
    FactWord(name="slope_{}", title="slope of the loss", spaces=_TRAINING),
    FactWord(name="weights_{}", title="weights of a layer", spaces=_TRAINING),
    FactWord(name="biases_{}", title="biases of a layer", spaces=_TRAINING),
    FactWord(name="last_step", title="newest step", spaces=_TRAINING),
    FactWord(
        name="playing", title="it is playing", spaces=(*_TRAINING, *_OPTIMIZERS), is_truth=True
    ),
    FactWord(name="diverged", title="the training has diverged", spaces=_TRAINING, is_truth=True),
    FactWord(
        name="right_of_line", title="number of samples on their side of the line",
        spaces=_TRAINING,
    ),
    FactWord(name="seeds_count", title="number of starts", spaces=_TRAINING),
    FactWord(name="seeds_epochs", title="number of epochs of each start", spaces=_TRAINING),
    FactWord(name="seeds_epoch", title="epoch of the starts", spaces=_TRAINING),
    FactWord(name="seeds_solved", title="number of solved starts", spaces=_TRAINING),
    FactWord(name="seeds_median", title="median epoch of the solved starts", spaces=_TRAINING),
    FactWord(name="compare_{}", title="number of A and B", spaces=_TRAINING),
    FactWord(
        name="compare_solved_{}", title="the network has solved it",
        spaces=_TRAINING, is_truth=True,
    ),
    FactWord(name="perceptron_{}", title="number of the perceptron", spaces=_TRAINING),
    FactWord(
        name="perceptron_right", title="number of samples that the perceptron puts right",
        spaces=_TRAINING,
    ),
    FactWord(name="perceptron_data", title="truth table", spaces=_TRAINING),
    FactWord(
        name="perceptron_converged", title="the perceptron has converged",
        spaces=_TRAINING, is_truth=True,
    ),
    FactWord(
        name="perceptron_converges", title="the perceptron converges",
        spaces=_TRAINING, is_truth=True,
    ),
    FactWord(
        name="perceptron_cycles", title="the perceptron goes round in a circle",
        spaces=_TRAINING, is_truth=True,
    ),
    FactWord(
        name="perceptron_moved", title="the sample moved the line",
        spaces=_TRAINING, is_truth=True,
    ),
    FactWord(name="regression_{}", title="number of the regression", spaces=_TRAINING),
    FactWord(name="regression_fit", title="example of the regression", spaces=_TRAINING),
    FactWord(name="regression_cost", title="cost", spaces=_TRAINING),
    FactWord(name="regression_rate", title="learning rate of the regression", spaces=_TRAINING),
    FactWord(
        name="regression_diverged", title="the regression diverges",
        spaces=_TRAINING, is_truth=True,
    ),
    FactWord(
        name="regression_at_end", title="the last epoch is shown",
        spaces=_TRAINING, is_truth=True,
    ),
    FactWord(name="gradients_{}", title="number of the deep network", spaces=_TRAINING),
    FactWord(name="gradients_depth", title="depth", spaces=_TRAINING),
    FactWord(
        name="gradients_activation", title="activation function of the deep network",
        spaces=_TRAINING,
    ),
    FactWord(
        name="gradients_initializer", title="initial weights of the deep network",
        spaces=_TRAINING,
    ),
    FactWord(
        name="gradients_ratio", title="ratio of the first layer's gradient to the last's",
        spaces=_TRAINING,
    ),
)  # fmt: skip

FACT_WORDS: Registry[FactWord] = Registry(_RECORDS)

# What a name begins with that tells of a fact over the time of a step.
AT_START, TRIED = "start_", "tried_"


def find_fact(name: str) -> tuple[FactWord, str] | None:
    """Return what a fact's name means, and whose fact it is; None for an unknown name.

    Example:
        >>> word, owner = find_fact("grad_w0")
        >>> word.title, owner
        ('gradient', 'w0')
    """
    exact = FACT_WORDS.find(name)
    if exact is not None:
        return exact, ""
    if not is_name(name):
        # “value_x + y” is no fact, but a formula that begins like one.
        return None
    found = [
        (word, owner) for word in FACT_WORDS.values() if (owner := word.owner(name)) is not None
    ]
    # "steps_to_goal_sgd" rather than what is called "steps".
    return max(found, key=lambda pair: len(pair[0].name), default=None)
