"""How wrong the reader is about a batch: tags, links and figures, each a mean, added with weights."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from reportedly.read.tagger.labels import KINDS, LINKS, ROLES, TAGS
from training.encoder import Reader
from training.examples import UNKNOWN, Batch

LINK_WEIGHTS = (0.3, 0.3, 0.3, 0.15, 0.15, 0.15)
KIND_WEIGHT, ROLE_WEIGHT, SCOPE_WEIGHT = 1.0, 0.5, 0.5


def loss(reader: Reader, batch: Batch) -> dict[str, Tensor]:
    tags, links, counts = reader(batch.ids, batch.marks, batch.shown)
    out: dict[str, Tensor] = {}
    if (batch.tags != UNKNOWN).any():
        out["tags"] = functional.cross_entropy(tags.view(-1, len(TAGS)), batch.tags.view(-1), ignore_index=UNKNOWN)
    for link, weight in enumerate(LINK_WEIGHTS):
        of_link = batch.links[batch.links[:, 1] == link]
        if len(of_link):
            scores = links[of_link[:, 0], link, of_link[:, 2]].masked_fill(batch.shown[of_link[:, 0]] == 0, -1e4)
            out[LINKS[link]] = weight * functional.cross_entropy(scores, of_link[:, 3])
    if batch.phrases:
        pooled = torch.stack([counts[n, p.first : p.last + 1].mean(0) for n, p in batch.phrases])
        kinds, roles, scopes = pooled.split([len(KINDS), len(ROLES), pooled.shape[1] - len(KINDS) - len(ROLES)], 1)
        for name, scores, answers, weight in (
            ("kind", kinds, [p.kind for _, p in batch.phrases], KIND_WEIGHT),
            ("role", roles, [p.role for _, p in batch.phrases], ROLE_WEIGHT),
            ("scope", scopes, [p.scope for _, p in batch.phrases], SCOPE_WEIGHT),
        ):
            known = torch.tensor(answers)
            if (known >= 0).any():
                out[name] = weight * functional.cross_entropy(scores, known, ignore_index=-1)
    return out
