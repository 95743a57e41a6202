"""How wrong the reader is about a batch: tags, links and figures, each a mean, added with weights."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from reportedly.read.tagger.labels import HEDGES, KINDS, LINKS, ROLES, TAGS
from training.encoder import Reader
from training.examples import UNKNOWN, Batch

LINK_WEIGHTS = (0.3, 0.3, 0.3, 0.15, 0.15, 0.15)
KIND_WEIGHT, ROLE_WEIGHT, SCOPE_WEIGHT = 1.0, 0.5, 0.8


def loss(reader: Reader, batch: Batch) -> dict[str, Tensor]:
    tags, links, counts, hedges = reader(batch.ids, batch.marks, batch.shown)
    out: dict[str, Tensor] = {}
    for name, scores, answers, sorts in (("tags", tags, batch.tags, TAGS), ("hedges", hedges, batch.hedges, HEDGES)):
        if (answers != UNKNOWN).any():
            out[name] = functional.cross_entropy(scores.view(-1, len(sorts)), answers.view(-1), ignore_index=UNKNOWN)
    # Apart first: the way back through one table of all links would fill that table anew for each.
    for link, (table, weight) in enumerate(zip(links.unbind(1), LINK_WEIGHTS, strict=True)):
        of_link = batch.links[batch.links[:, 1] == link]
        if len(of_link):
            scores = table[of_link[:, 0], of_link[:, 2]].masked_fill(batch.shown[of_link[:, 0]] == 0, -1e4)
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
