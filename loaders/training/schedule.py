"""How fast each weight learns, from step to step, and the running mean of the weights."""

import torch
from torch import Tensor

from loaders.training.transformer import Transformer

_LOWER = 0.85
_DECAY = 0.01
_WARMING = 0.06
_EMBEDDINGS = ("pieces", "places", "shapes", "norm")


def optimiser(
    network: Transformer, rate: float, head_rate: float, *, known_shapes: bool = False
) -> torch.optim.AdamW:
    """Make the optimiser: the top layer learns at `rate`, each lower one at 0.85 of the next.

    All that is no part of the encoder learns at `head_rate`, and so do the shapes, which no
    published encoder has, unless they are known from a training before. Only matrices decay.
    """
    groups: dict[tuple[float, float], list[Tensor]] = {}
    layers = len(network.layers)
    for name, weight in network.named_parameters():
        top, _, rest = name.partition(".")
        if top == "layers":
            own = rate * _LOWER ** (layers - 1 - int(rest.split(".")[0]))
        elif top in _EMBEDDINGS and (known_shapes or top != "shapes"):
            own = rate * _LOWER**layers
        else:
            own = head_rate
        decays = weight.dim() > 1 and top not in ("pieces", "places", "shapes")
        groups.setdefault((own, _DECAY if decays else 0.0), []).append(weight)
    return torch.optim.AdamW(
        [
            {"params": weights, "lr": own, "peak": own, "weight_decay": decay}
            for (own, decay), weights in groups.items()
        ],
        betas=(0.9, 0.98),
        eps=1e-6,
        fused=True,
    )


def set_rates(optimiser: torch.optim.AdamW, step: int, steps: int, last: float) -> None:
    """Set the rates for one step: up to their peak at first, then down to a part of it, `last`."""
    warming = max(1, int(_WARMING * steps))
    if step < warming:
        part = (step + 1) / warming
    else:
        part = 1 - (1 - last) * (step - warming) / max(1, steps - warming)
    for group in optimiser.param_groups:
        group["lr"] = group["peak"] * part


class Mean:
    """An exponential mean of a network's weights, over about the last epoch."""

    EVERY = 8
    """Steps between two looks at the weights: the mean hardly changes, and a look costs time."""

    def __init__(self, network: Transformer, steps_an_epoch: int) -> None:
        """Begin with the weights as they are."""
        self._network = network
        self._looks = 0
        self._kept = 1 - min(1.0, self.EVERY / max(1, steps_an_epoch))
        self.weights = {name: value.clone() for name, value in network.state_dict().items()}

    def look(self) -> None:
        """Take the present weights in; the first looks weigh more, so the start is forgotten."""
        self._looks += 1
        kept = min(self._kept, self._looks / (self._looks + 10))
        with torch.no_grad():
            for name, value in self._network.state_dict().items():
                self.weights[name].lerp_(value, 1 - kept)
