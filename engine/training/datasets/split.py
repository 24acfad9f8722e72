"""Training and test samples: one part to learn from, another to be judged by."""

from __future__ import annotations

import numpy as np

from engine.errors import SettingError
from engine.training.datasets.dataset import Dataset


def split_dataset(data: Dataset, test_share: float, seed: int = 0) -> tuple[Dataset, Dataset]:
    """Draw which samples are kept for the test.

    The same seed draws the same samples. Both parts keep the order of the data.

    Args:
        data: All samples.
        test_share: The share kept for the test, above 0 and below 1.
        seed: Seed of the draw.

    Returns:
        The training samples and the test samples, at least one of each.

    Raises:
        SettingError: The share leaves one of the two empty.
    """
    # A share that is no number compares as false, and is refused.
    count = round(test_share * len(data)) if 0.0 < test_share < 1.0 else 0
    if not 0 < count < len(data):
        raise SettingError(
            "test_share",
            f"A test share of {test_share:g} of {len(data)} samples leaves none to train on or "
            "none to test with: choose a share between 0 and 1, such as 0.3.",
            share=f"{test_share:g}",
            count=len(data),
        )
    order = np.random.default_rng(seed).permutation(len(data))
    return data.rows(np.sort(order[count:])), data.rows(np.sort(order[:count]))
