"""Dropout that costs little on a CPU."""

import torch
from torch import Tensor, nn

_POOL = 1 << 22


class Dropout(nn.Module):  # type: ignore[misc]  # torch is absent where types are checked
    """Zeroes a share of the numbers in training, with masks cut from a pool drawn once.

    To draw a new mask each time took a fifth of a step. The pool is drawn from torch's own seed
    at first use, and so is where it is cut.
    """

    def __init__(self, share: float) -> None:
        """Zero `share` of the numbers and scale up the others."""
        super().__init__()
        self._share = share
        self._pools: dict[torch.dtype, Tensor] = {}

    def forward(self, states: Tensor) -> Tensor:
        """Drop in training, else give the states as they are."""
        if not self.training:
            return states
        if states.dtype not in self._pools:
            kept = (torch.rand(_POOL) >= self._share).to(states.dtype)
            self._pools[states.dtype] = kept / (1 - self._share)
        size = states.numel()
        start = int(torch.randint(_POOL, ()))
        pool = self._pools[states.dtype]
        mask = pool[start : start + size]
        if mask.numel() < size:
            mask = torch.cat([mask, *[pool] * (size // _POOL + 1)])[:size]
        return states * mask.view_as(states)
