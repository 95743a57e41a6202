"""Several runs of the recipe side by side, each in a process of its own: on few cores two runs of one thread each are
done sooner than one after the other with all threads."""

from __future__ import annotations

import logging
import multiprocessing
import signal
from collections.abc import Sequence

from training.train import Plan, run


def together(plans: Sequence[Plan], threads: int) -> bool:
    """Whether all are done; not, where SIGTERM cut them off. The threads are shared out among the runs.

    A run that fails takes none of the others with it; what each has kept is there to go on from.
    """
    spawning = multiprocessing.get_context("spawn")
    each = max(1, threads // len(plans))
    running = [spawning.Process(target=_run, args=(plan, each), name=plan.out.name) for plan in plans]

    def stop(*_: object) -> None:
        for one in running:
            one.terminate()

    before = signal.signal(signal.SIGTERM, stop)
    for one in running:
        one.start()
    for one in running:
        one.join()
    signal.signal(signal.SIGTERM, before)
    return all(one.exitcode == 0 for one in running)


def _run(plan: Plan, threads: int) -> None:
    import torch

    logging.basicConfig(level=logging.INFO, format=f"%(asctime)s {plan.out.name} %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(threads)
    if not run(plan):
        raise SystemExit(1)
