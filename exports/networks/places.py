"""Where the things of a network stand in a picture: the same on every machine.

Fruchterman and Reingold's forces; those between all pairs come from a grid by fast Fourier transform, so that the time
grows with the number of things, not with its square. There is no chance in it: the start follows from the graph.
"""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

_ROUNDS = 60
_ROOM = 44  # the square that each thing has on average, in units of the drawing
_CELL = 12  # no two things stand in one square of this size
_GRAVITY = 0.02  # keeps parts without a link together
_FINE = 1024  # places are rounded to this part of a unit in each round: last digits of a machine never add up
_ACROSS, _DOWN = 190, 104  # the room of a node with its label, in px, in rows like bricks
_OFF = 9  # no three of a row stand in one line, so that a line between two is not taken for one to the third
_LOOSE = 2  # as many rooms as nodes, times this
_GOLDEN = np.pi * (3 - 5**0.5)  # the angle of a sunflower's seeds

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def places(network: nx.Graph[Any]) -> dict[Any, tuple[int, int]]:
    """The place of every node, `(x, y)` in px, far enough apart for labels beside each other."""
    nodes = sorted(network)
    number = {node: i for i, node in enumerate(nodes)}
    pairs = sorted({(number[one], number[other]) for one, other in network.edges() if one != other})
    at = arrange(len(nodes), np.array(pairs, dtype=np.int64).reshape(-1, 2))
    wide = max(float(np.ptp(at, axis=0).max()), 1.0) if len(at) else 1.0
    wished = np.rint(at * ((len(nodes) * _LOOSE) ** 0.5 / wide)).astype(np.int64)
    found: dict[Any, tuple[int, int]] = {}
    taken: set[tuple[int, int]] = set()
    for node, (x, y) in zip(nodes, wished.tolist(), strict=True):
        step = 0
        while (free := _spiral(x, y, step)) in taken:
            step += 1
        taken.add(free)
        across, down = free
        found[node] = (across * _ACROSS + down % 2 * (_ACROSS // 2), down * _DOWN + across * across * 3 % 7 * _OFF)
    return found


def arrange(size: int, edges: Ints) -> Floats:
    """Places of `size` things, shape (size, 2), by the forces of their `edges`, shape (any, 2)."""
    if size < 2:
        return np.zeros((size, 2))
    degree = np.bincount(edges.ravel(), minlength=size).astype(float)
    weight = 1 + np.minimum(degree, 400) ** 0.5
    side = size**0.5
    at = _start(size, edges, side)
    field = _Field(_resolution(size))
    for done in range(_ROUNDS):
        heat = 0.12 * side * (1 - done / _ROUNDS) ** 1.5 + 0.02
        push = field.forces(at, weight) * weight[:, None] * 0.35
        pull = _pull(at, edges, degree, size) + _GRAVITY * at
        step = push - pull
        length = np.maximum(np.sqrt((step * step).sum(axis=1)), 1e-9)
        at = at + step * (np.minimum(length, heat) / length)[:, None]
        at = np.rint((at - (at.max(axis=0) + at.min(axis=0)) / 2) * _FINE) / _FINE
    return at


def _start(size: int, edges: Ints, side: float) -> Floats:
    """A sunflower, drawn together once: neighbours start near each other."""
    seed = np.arange(size)
    at = (
        np.sqrt((seed + 0.5) / size)[:, None] * np.column_stack((np.cos(seed * _GOLDEN), np.sin(seed * _GOLDEN))) * side
    )
    around = np.zeros((size, 2))
    count = np.maximum(np.bincount(edges.ravel(), minlength=size), 1)
    for a, b in (edges.T, edges.T[::-1]):
        for axis in (0, 1):
            around[:, axis] += np.bincount(a, weights=at[b, axis], minlength=size)
    start: Floats = np.rint((0.3 * at + 0.7 * around / count[:, None]) * _FINE) / _FINE
    return start


def _pull(at: Floats, edges: Ints, degree: Floats, size: int) -> Floats:
    """What the links of each thing pull, shape (size, 2); the leaves of a hub keep their distance from it."""
    a, b = edges.T
    strength = 1 / np.sqrt(np.maximum(np.maximum(degree[a], degree[b]), 1))
    drawn = (at[a] - at[b]) * strength[:, None]
    pulled = np.empty((size, 2))
    for axis in (0, 1):
        pulled[:, axis] = np.bincount(a, weights=drawn[:, axis], minlength=size)
        pulled[:, axis] -= np.bincount(b, weights=drawn[:, axis], minlength=size)
    return pulled


def _resolution(size: int) -> int:
    """Cells on a side of the grid: about one thing in each, a power of two."""
    return int(min(256, max(32, 2 ** round(np.log2(max(size, 1)) / 2 + 0.5))))


class _Field:
    """The push of all things at each cell of a grid: the convolution of their weights with 1 / distance."""

    def __init__(self, cells: int) -> None:
        self._cells = cells
        steps = np.fft.fftfreq(2 * cells, 1 / (2 * cells))
        x, y = np.meshgrid(steps, steps, indexing="ij")
        kernel = (x + 1j * y) / np.maximum(x * x + y * y, 1)
        self._kernel = np.fft.fft2(kernel)

    def forces(self, at: Floats, weight: Floats) -> Floats:
        """The push at each place, shape (size, 2)."""
        cells = self._cells
        low = at.min(axis=0)
        cell = max(float((at.max(axis=0) - low).max()), 1e-6) / (cells - 2)
        on = (at - low) / cell
        corner = on.astype(np.int64)
        part = on - corner
        masses = np.zeros(cells * cells)
        shares = []
        for dx, dy in ((0, 0), (0, 1), (1, 0), (1, 1)):
            share = np.abs(1 - dx - part[:, 0]) * np.abs(1 - dy - part[:, 1])
            index = (corner[:, 0] + dx) * cells + corner[:, 1] + dy
            masses += np.bincount(index, weights=weight * share, minlength=cells * cells)
            shares.append((index, share))
        grid = np.zeros((2 * cells, 2 * cells))
        grid[:cells, :cells] = masses.reshape(cells, cells)
        push = np.fft.ifft2(np.fft.fft2(grid) * self._kernel)[:cells, :cells].ravel() / cell
        felt = sum(push[index] * share for index, share in shares)
        return np.column_stack((felt.real, felt.imag))


def apart(at: Floats) -> Ints:
    """In units of the drawing, each in the nearest free square of a grid."""
    taken: set[tuple[int, int]] = set()
    tried: dict[tuple[int, int], int] = {}
    placed = np.empty(at.shape, dtype=np.int64)
    wide = max(float(np.ptp(at, axis=0).max()), 1.0) if len(at) else 1.0
    wished = np.rint(at * (_ROOM * len(at) ** 0.5 / wide)).astype(np.int64)
    for i, (x, y) in enumerate((wished // _CELL).tolist()):
        step = tried.get((x, y), 0)
        while (free := _spiral(x, y, step)) in taken:
            step += 1
        tried[(x, y)] = step + 1
        taken.add(free)
        placed[i] = wished[i] if step == 0 else (free[0] * _CELL + i % 5 * 2, free[1] * _CELL + i % 3 * 4)
    return placed


def _spiral(x: int, y: int, step: int) -> tuple[int, int]:
    """The square at a step of the square spiral around one: itself, then the eight around it, and so on."""
    if step == 0:
        return x, y
    ring = int(((step - 1) // 8 * 2 + 0.25) ** 0.5 + 0.5)
    ring = next(r for r in range(max(ring - 1, 1), ring + 3) if step < (2 * r + 1) ** 2)
    place = step - (2 * ring - 1) ** 2
    side, along = divmod(place, 2 * ring)
    along -= ring
    return ((x + along, y - ring), (x + ring, y + along), (x - along, y + ring), (x - ring, y - along))[side]
