"""The names of what each experiment knows, which are known before its view is made."""

from __future__ import annotations

GRADIENTS_FACTS = (
    "gradients_depth", "gradients_activation", "gradients_initializer", "gradients_seed",
    "gradients_spreads", "gradients_outputs", "gradients_flat", "gradients_ratio",
    "gradients_factor", "gradients_step", "gradients_loss",
)  # fmt: skip

REGRESSION_FACTS = (
    "regression_fit", "regression_rate", "regression_step", "regression_epoch", "regression_cost",
    "regression_cost_before", "regression_weights", "regression_b", "regression_w1",
    "regression_w2", "regression_w3", "regression_inputs", "regression_targets",
    "regression_predictions", "regression_errors", "regression_squares", "regression_updates",
    "regression_last_cost", "regression_diverged", "regression_at_end",
)  # fmt: skip

PERCEPTRON_FACTS = (
    "perceptron_data", "perceptron_rate", "perceptron_step", "perceptron_epoch", "perceptron_w1",
    "perceptron_w2", "perceptron_w0", "perceptron_sums", "perceptron_outputs", "perceptron_right",
    "perceptron_best", "perceptron_possible", "perceptron_moved", "perceptron_converged",
    "perceptron_cycles", "perceptron_steps", "perceptron_converges", "perceptron_sum_1",
    "perceptron_sum_2", "perceptron_sum_3", "perceptron_sum_4", "perceptron_output_1",
    "perceptron_output_2", "perceptron_output_3", "perceptron_output_4",
)  # fmt: skip

COMPARE_FACTS = (
    "compare_epoch", "compare_loss_a", "compare_loss_b", "compare_solved_a", "compare_solved_b",
)  # fmt: skip

SEEDS_FACTS = (
    "seeds_done", "seeds_count", "seeds_epochs", "seeds_epoch", "seeds_solved", "solved_share",
    "seeds_median",
)  # fmt: skip
