"""Hand items to worker processes, a batch at a time, and take the results in order."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 4
"""Batches handed out per process before their results are taken: what bounds the memory."""


class WorkerError(RuntimeError):
    """A worker process died before it gave its results."""


def in_order(
    items: Iterable[Item],
    size: int,
    work: Callable[[list[Item]], list[Result]],
    n_process: int,
    start: Callable[..., None],
    given: tuple[Any, ...],
) -> Iterator[tuple[Item, Result]]:
    """Run *work* over batches of *items* in processes of their own.

    An executor, not a ``multiprocessing.Pool``: where a worker is killed or fails, a pool may wait for
    ever for a lock that the worker held.

    Args:
        items: What to work on, asked for as workers come free.
        size: Items a batch.
        work: A function of a module; it gives a result for each item.
        n_process: Worker processes.
        start: Called once in each process with *given*.
        given: Arguments of *start*; they are pickled.

    Yields:
        Each item with its result, in the order of *items*.

    Raises:
        WorkerError: Where a worker process dies.
        Exception: What *work* raises.
    """
    source = iter(items)
    context = multiprocessing.get_context()
    with ProcessPoolExecutor(n_process, context, start, given) as pool:
        waiting: deque[tuple[list[Item], Future[list[Result]]]] = deque()
        try:
            for batch in iter(lambda: list(islice(source, size)), []):
                waiting.append((batch, pool.submit(work, batch)))
                if len(waiting) >= n_process * _AHEAD:
                    yield from _done(*waiting.popleft())
            while waiting:
                yield from _done(*waiting.popleft())
        except BrokenProcessPool as error:
            raise WorkerError(
                f"one of {n_process} worker processes died, which mostly means that memory ran out; "
                "take fewer processes"
            ) from error
        finally:
            for _, future in waiting:
                future.cancel()


def _done(batch: list[Item], future: Future[list[Result]]) -> Iterator[tuple[Item, Result]]:
    return zip(batch, future.result(), strict=True)
