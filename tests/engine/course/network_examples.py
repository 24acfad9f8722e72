"""The course's perceptrons and networks (section B) as graphs, with the numbers they must give."""

from __future__ import annotations

from tests.engine.course.worked_examples import EXAMPLES, WorkedExample

_CORNERS = "X = [[0, 0], [0, 1], [1, 0], [1, 1]]; "

NETWORKS = (
    WorkedExample(
        "B1",
        "B1 · A perceptron computes OR",
        "All four inputs at once. The step's slope is 0, so that no gradient tells how to learn.",
        _CORNERS + "s = X @ w + w0; y = bipolar_step(s)",
        {"w": [1, 1], "w0": -0.5},
        [-1, 1, 1, 1],
        {"w": [0, 0], "w0": 0, "s": [0, 0, 0, 0]},
        {"s": [-0.5, 0.5, 0.5, 1.5]},
    ),
    WorkedExample(
        "B2",
        "B2 · A hidden layer computes XOR",
        "No single perceptron gets more than three of the four right; two hidden units do.",
        _CORNERS + "h = relu(X @ W1 + b1); y = h @ w2",
        {"W1": [[1, 1], [1, 1]], "b1": [0, -1], "w2": [1, -2]},
        [0, 1, 1, 0],
        {"W1": [[2, -2], [2, -2]], "b1": [3, -2], "w2": [4, 1]},
        {"h": [[0, 0], [1, 0], [1, 0], [2, 1]]},
    ),
    WorkedExample(
        "B3",
        "B3 · A 2-2-2 network and its error",
        "One sample through a hidden layer: δ of the outputs, then δ of the hidden units.",
        "h = sigmoid(x @ W1); y = sigmoid(h @ W2); t = [0, 1]; E = half_squared_error(y, t)",
        {"x": [1, 0.5], "W1": [[1, -1], [-2, 1]], "W2": [[2, -1], [-1, 2]]},
        0.307054,
        # By hand: δ_o = (y − t)·y·(1 − y), δ_h = (W2·δ_o)·h·(1 − h), and x·δ_hᵀ, h·δ_oᵀ.
        {
            "x": [0.186026, -0.286823],
            "W1": [[0.100797, -0.085230], [0.050398, -0.042615]],
            "W2": [[0.073950, -0.053693], [0.055838, -0.040543]],
        },
        {"h": [0.5, 0.377541], "y": [0.650778, 0.563427]},
    ),
    WorkedExample(
        "B5",
        "B5 · Two layers: f = W₂·max(0, W₁x)",
        "A linear score has one template a class; the hidden units here are several.",
        "h = max(0, W1 @ x); f = W2 @ h",
        {"W1": [[1, -1], [-1, 1]], "x": [2, -1], "W2": [[1, 1], [2, -1]]},
        [3, 6],
        {"W1": [[6, -3], [0, 0]], "x": [3, -3], "W2": [[3, 0], [3, 0]], "h": [3, 0]},
        {"h": [3, 0]},
    ),
    WorkedExample(
        "B6",
        "B6 · Linear layers collapse into one",
        "Three linear layers give what their product matrix gives: the difference is always 0.",
        "y = W3 @ (W2 @ (W1 @ x)); z = W3 @ W2 @ W1 @ x; d = ‖y - z‖²",
        {
            "W3": [[1, 1], [0, 3]],
            "W2": [[2, 0], [1, -1]],
            "W1": [[1, 2], [0, 1]],
            "x": [1, -1],
        },
        0,
        {"W1": [[0, 0], [0, 0]], "W2": [[0, 0], [0, 0]], "W3": [[0, 0], [0, 0]], "x": [0, 0]},
        {"y": [-2, 0], "z": [-2, 0]},
    ),
    WorkedExample(
        "B8",
        "B8 · Vanishing gradients: σ(σ(σ(σ(x)))) beside ReLUs",
        "Each σ lets at most a quarter of the gradient through, each active ReLU all of it.",
        "f = sigmoid(sigmoid(sigmoid(sigmoid(x)))) + relu(relu(relu(relu(x))))",
        {"x": 0.5},
        1.158628,
        {"x": 1.002705},
    ),
)

ALL_EXAMPLES = (*EXAMPLES, *NETWORKS)
