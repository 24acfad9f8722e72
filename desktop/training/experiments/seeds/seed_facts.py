"""What is the case of networks that are trained from many seeds, by name."""

from __future__ import annotations

from engine.training.analysis.run_facts import Sources
from engine.training.many_networks.many import ManyRecord
from engine.training.many_networks.seed_search import SeedJob


def seed_facts(job: SeedJob | None, record: ManyRecord | None, *, is_running: bool) -> Sources:
    """Return what is known of a search; its share only when all were trained to the end.

    Args:
        job: What is trained; None before anything is.
        record: How the networks stand; None before the first record.
        is_running: Whether they are trained on.
    """
    is_done = job is not None and record is not None and record.epoch == job.epochs
    done = record if is_done and not is_running else None
    return {
        "seeds_done": lambda: 0.0 if done is None else float(len(done.seeds)),
        "seeds_count": lambda: None if job is None else float(job.count),
        "seeds_epochs": lambda: None if job is None else float(job.epochs),
        "seeds_epoch": lambda: 0.0 if record is None else float(record.epoch),
        "seeds_solved": lambda: None if done is None else float(done.converged_count),
        "solved_share": lambda: None if done is None else done.converged_share,
        "seeds_median": lambda: (
            None if done is None or not done.converged_count else done.median_epoch
        ),
    }
