"""The network: a six-layer encoder and, on its last layer, the heads that read tags, links and figures.

Written out in plain tensors, with one matrix for query, key and value, so that what is exported is small and quick.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from reportedly.read.tagger.labels import HEDGES, KINDS, LINKS, ROLES, SCOPES, TAGS
from reportedly.read.tagger.pieces import MARKS

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
VOCABULARY, POSITIONS = 30522, 512
LINK_WIDTH = 64
BUCKETS = 32
LONGEST = 320


class Drop(nn.Module):
    """Dropout from a pool of random numbers drawn once: drawing them anew takes a tenth of a training step."""

    def __init__(self, share: float, size: int = 1 << 22) -> None:
        super().__init__()
        # in 16 bits, so that what is multiplied by it stays in 16
        kept = torch.rand(size, generator=torch.Generator().manual_seed(7)) >= share
        self.register_buffer("pool", (kept / (1 - share)).bfloat16(), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or x.numel() >= self.pool.numel():
            return x
        at = int(torch.randint(self.pool.numel() - x.numel(), ()))
        return x * self.pool[at : at + x.numel()].view(x.shape)


class Layer(nn.Module):
    def __init__(self, drop: Drop) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.joined = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = drop

    def forward(self, x: Tensor, hidden_from: Tensor) -> Tensor:
        batch, length, _ = x.shape
        # in one piece at once: each product would copy its part anew
        parted = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).contiguous()
        q, k, v = parted.unbind(0)
        scores = (q * (WIDTH // HEADS) ** -0.5) @ k.transpose(-1, -2) + hidden_from
        read = scores.softmax(-1).to(v.dtype) @ v
        read = read.permute(0, 2, 1, 3).reshape(batch, length, WIDTH)
        x = self.attention_norm(x + self.drop(self.joined(read)))
        return self.norm(x + self.drop(self.narrow(functional.gelu(self.widen(x)))))


class Reader(nn.Module):
    """`forward(ids, marks, shown)` gives tags (B, L, TAGS), links (B, LINKS, L, L), counts (B, L, kinds+roles+scopes)
    and hedges (B, L, HEDGES).

    A link's row is the piece that asks, its column the piece that answers; column 0, [CLS], answers "none".
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.marks = nn.Embedding(MARKS, WIDTH)
        nn.init.zeros_(self.marks.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Drop(dropout)
        self.layers = nn.ModuleList(Layer(self.drop) for _ in range(LAYERS))
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.hedges = nn.Linear(WIDTH, len(HEDGES))
        self.asks = nn.Linear(WIDTH, len(LINKS) * LINK_WIDTH)
        self.answers = nn.Linear(WIDTH, len(LINKS) * LINK_WIDTH)
        self.distance = nn.Parameter(torch.zeros(len(LINKS), BUCKETS))
        self.none = nn.Parameter(torch.zeros(len(LINKS)))
        self.count_inner = nn.Linear(WIDTH, 256)
        self.counts = nn.Linear(256, len(KINDS) + len(ROLES) + len(SCOPES))
        self.register_buffer("buckets", _buckets(LONGEST), persistent=False)

    def forward(self, ids: Tensor, marks: Tensor, shown: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        length = ids.shape[1]
        x = self.words(ids) + self.places.weight[:length] + self.marks(marks)
        x = self.drop(self.norm(x))
        hidden_from = (1.0 - shown.to(x.dtype))[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, hidden_from)
        return self.heads(x)

    def heads(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        counts = self.counts(self.drop(functional.gelu(self.count_inner(self.drop(x)))))
        return self.tags(self.drop(x)), self._links(x), counts, self.hedges(self.drop(x))

    def _links(self, x: Tensor) -> Tensor:
        batch, length, _ = x.shape
        dropped = self.drop(x)
        asks = self.asks(dropped).view(batch, length, len(LINKS), LINK_WIDTH).transpose(1, 2)
        answers = self.answers(dropped).view(batch, length, len(LINKS), LINK_WIDTH).permute(0, 2, 3, 1)
        scores = asks @ answers / math.sqrt(LINK_WIDTH)
        distance = self.distance[:, self.buckets[:length, :length].reshape(-1)].view(len(LINKS), length, length)
        none = functional.pad(self.none[:, None, None], (0, length - 1))
        return scores + (distance + none)


def _buckets(length: int) -> Tensor:
    """Signed distance in pieces, exact up to 6 either way and then coarser; 0 for a column of [CLS]."""
    at = torch.arange(length)
    far = at[None, :] - at[:, None]
    size = far.abs()
    rough = 6 + (torch.log2(size.clamp(min=7) / 6.0) * 1.8).long()
    step = torch.where(size <= 6, size, rough).clamp(max=15)
    return torch.where(far < 0, 16 + step, step).clamp(max=BUCKETS - 1)


def from_base(folder: Path, dropout: float = 0.1) -> Reader:
    """A reader whose encoder is all-MiniLM-L6-v2, from `model.safetensors` in `folder`; its heads are fresh."""
    base = load_file(folder / "model.safetensors")
    reader = Reader(dropout)
    old = "embeddings."
    named = {
        "words.weight": base[old + "word_embeddings.weight"],
        # the text is always of the first type, so its embedding goes into the places
        "places.weight": base[old + "position_embeddings.weight"] + base[old + "token_type_embeddings.weight"][0],
        "norm.weight": base[old + "LayerNorm.weight"],
        "norm.bias": base[old + "LayerNorm.bias"],
    }
    for n in range(LAYERS):
        old, new = f"encoder.layer.{n}.", f"layers.{n}."
        for part in ("weight", "bias"):
            named[new + f"qkv.{part}"] = torch.cat(
                [base[old + f"attention.self.{which}.{part}"] for which in ("query", "key", "value")]
            )
            named[new + f"joined.{part}"] = base[old + f"attention.output.dense.{part}"]
            named[new + f"attention_norm.{part}"] = base[old + f"attention.output.LayerNorm.{part}"]
            named[new + f"widen.{part}"] = base[old + f"intermediate.dense.{part}"]
            named[new + f"narrow.{part}"] = base[old + f"output.dense.{part}"]
            named[new + f"norm.{part}"] = base[old + f"output.LayerNorm.{part}"]
    missing, unknown = reader.load_state_dict(named, strict=False)
    if unknown or any(name.startswith("layers") for name in missing):
        raise ValueError(f"not all-MiniLM-L6-v2: {missing} {unknown}")
    for head in (reader.asks, reader.answers):
        nn.init.normal_(head.weight, std=0.05)
    return reader
