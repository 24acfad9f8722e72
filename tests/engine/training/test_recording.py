"""A recording gives back any step of a training, to the last bit."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from engine.errors import SettingError
from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.training import recording
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.recording import Recording
from engine.training.run.loop import TrainingStep, train
from engine.training.run.run import TrainingRun

RUN = TrainingRun(
    data="circle", data_settings={"samples": 30}, batch_size=7, dropout=0.2
).with_optimizer("adam")


def same(one: TrainingStep, other: TrainingStep) -> bool:
    return (
        one.step == other.step
        and np.array_equal(one.parameters, other.parameters)
        and one.loss == other.loss
        and all(map(np.array_equal, one.optimizer_state, other.optimizer_state))
    )


def advanced(kept: Recording, steps: int) -> Recording:
    """Return a recording after so many more steps."""
    if not kept.is_fast:
        return kept.extended(islice(train(kept.run, kept.last), steps))
    trainer = FastTrainer(kept.run, accelerated=False)
    return kept.extended([trainer.advance(kept.last, steps)] if steps else [])


def rewound(kept: Recording, step: int) -> Recording:
    """Return a recording as it was at a step."""
    return kept.rewound_to(kept.at(step))


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording, "MOST_RECORDS", 8)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("parts", [(100,), (1,) * 100, (37, 1, 0, 62), (64, 36)])
def test_any_step_comes_back_though_few_records_are_kept(parts: tuple[int, ...]) -> None:
    through = list(islice(train(RUN), 101))
    kept = Recording.begin(RUN)
    for part in parts:
        kept = advanced(kept, part)

    assert len(kept.records) <= 10
    assert kept.last.step == 100
    steps = [record.step for record in kept.records]
    assert steps == sorted(set(steps))
    assert all(step % kept.spacing == 0 for step in steps[:-1])
    for step in (0, 1, 15, 16, 50, 63, 64, 99, 100):
        assert same(kept.at(step), through[step])


@pytest.mark.usefixtures("few")
def test_rewinding_forgets_and_going_on_repeats() -> None:
    kept = advanced(Recording.begin(RUN), 60)

    back = rewound(kept, 33)

    assert back.last.step == 33
    assert kept.last.step == 60
    assert same(advanced(back, 27).last, kept.last)
    assert rewound(kept, 0).last.step == 0


def test_another_optimizer_on_the_way_is_replayed_as_it_was() -> None:
    slow = replace(RUN, optimizer_settings={"learning_rate": 0.001})
    kept = advanced(advanced(Recording.begin(RUN), 10).with_run(slow), 5)
    kept = advanced(kept.with_run(RUN.with_optimizer("momentum")), 10)
    only_ends = replace(kept, records=(kept.records[0], kept.last))

    for record in kept.records:
        assert same(only_ends.at(record.step), record)
    assert rewound(kept, 12).run == slow
    assert rewound(kept, 9).run == RUN
    assert kept.with_run(RUN).runs[-1] == (25, RUN)
    assert Recording.begin(RUN).with_run(slow).runs == ((0, slow),)


def test_steps_and_runs_that_do_not_exist_are_refused() -> None:
    kept = advanced(Recording.begin(RUN), 3)

    with pytest.raises(SettingError, match="no step 4; the training has the steps 0 to 3"):
        kept.at(4)
    with pytest.raises(SettingError, match="no step -1"):
        rewound(kept, -1)
    with pytest.raises(SettingError, match="begin anew"):
        kept.with_run(replace(RUN, seed=5))


def test_a_fast_recording_gives_back_what_the_trainer_made() -> None:
    plain = replace(RUN, dropout=0.0)
    kept = Recording.begin(plain, is_fast=True)
    for steps in (0, 300, 150):
        kept = advanced(kept, steps)

    trainer = FastTrainer(plain, accelerated=False)
    through = trainer.first()
    for _ in range(450):
        through = trainer.advance(through, 1)

    assert np.array_equal(kept.last.parameters, through.parameters)
    assert np.array_equal(advanced(rewound(kept, 200), 250).last.parameters, through.parameters)
    assert [record.step for record in kept.replayed(300)] == [300]
    assert [record.step for record in kept.replayed(430)] == [300, 364, 428, 430]


def test_other_data_losses_and_batches_go_on_and_are_replayed() -> None:
    other = replace(
        RUN,
        data_settings={"samples": 50, "noise": 0.3},
        l2=0.01,
        loss="mean_squared_error",
        batch_size=10,
    )
    kept = advanced(Recording.begin(RUN), 13).with_run(other)

    # Five batches of 30 samples make an epoch, and the third was begun.
    assert (kept.last.step, kept.last.epoch) == (13, 2)
    assert kept.last.loss > kept.last.data_loss
    assert len(kept.last.predictions) == 50
    assert advanced(kept, 5).last.epoch == 3
    ended = advanced(kept, 20)
    only_ends = replace(ended, records=(ended.records[0], ended.last))
    assert same(only_ends.at(13), kept.last)
    assert same(only_ends.at(20), ended.at(20))
    assert ended.run_at(12) == RUN
    assert ended.run_at(13) == other


def test_weights_put_in_are_gone_on_from() -> None:
    kept = advanced(Recording.begin(RUN), 4)
    ones = np.ones_like(kept.last.parameters)
    slow = replace(RUN, optimizer_settings={"learning_rate": 0.001})

    changed = kept.with_parameters(ones).with_run(slow)
    ended = advanced(changed, 6)

    assert np.array_equal(changed.last.parameters, ones)
    assert np.array_equal(rewound(ended, 4).last.parameters, ones)
    assert not np.array_equal(ended.at(3).parameters, ones)
    only_ends = replace(ended, records=(ended.records[0], ended.last))
    assert same(only_ends.at(8), ended.at(8))
    assert only_ends.rewound_to(ended.at(4)).run == slow


def test_what_does_not_depend_on_a_change_is_kept() -> None:
    slow = RUN.changed(optimizer_settings={"learning_rate": 0.001})
    assert slow.dataset is RUN.dataset
    assert slow.network is RUN.network
    penalized = RUN.changed(l1=0.1)
    assert penalized.dataset is RUN.dataset
    assert penalized.network is not RUN.network
    assert RUN.changed(data_seed=3).dataset is not RUN.dataset


def test_another_batch_size_goes_on_from_the_same_weights_and_epoch() -> None:
    kept = advanced(Recording.begin(RUN), 7)
    whole = RUN.changed(batch_size=None)
    ended = advanced(kept.with_run(whole), 3)
    assert whole.steps_per_epoch != RUN.steps_per_epoch
    assert np.array_equal(ended.at(7).parameters, kept.last.parameters)
    assert ended.last.epoch == kept.last.epoch + 3
    assert same(advanced(rewound(ended, 8), 2).last, ended.last)


def test_a_quick_recording_is_replayed_from_the_very_step_of_a_change() -> None:
    run = TrainingRun()
    kept = advanced(Recording.begin(run, is_fast=True), 5)
    ended = advanced(kept.with_run(run.changed(optimizer_settings={"learning_rate": 0.5})), 3)
    for step in range(9):
        assert ended.at(step).step == step
        assert same(list(ended.replayed(step))[-1], ended.at(step))
    assert same(advanced(ended, 0).last, ended.last)


def test_changes_at_one_step_leave_no_trace_of_those_before_the_last() -> None:
    batches = replace(RUN, dropout=0.0)
    kept = advanced(Recording.begin(batches), 4)
    there_and_back = kept.with_run(replace(batches, batch_size=4)).with_run(batches)
    assert same(there_and_back.last, kept.last)
    assert same(advanced(there_and_back, 5).last, advanced(kept, 5).last)
    # What is trained again is what was there.
    changed = advanced(kept.with_run(replace(batches, l2=0.1)).with_run(batches), 5)
    assert same(changed.at(9), changed.last)


def test_what_is_changed_before_the_first_step_is_a_new_beginning() -> None:
    plateau = replace(RUN, schedules=(Scheduled(SCHEDULES["plateau"]),))
    changed = Recording.begin(RUN).with_run(plateau)
    fresh = Recording.begin(plateau)
    assert same(changed.last, fresh.last)
    assert changed.last.history == fresh.last.history
    assert same(advanced(changed, 30).last, advanced(fresh, 30).last)
