"""From a checkpoint to the shipped file: ONNX, weights in 8 bits, embeddings too, one scale a word."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import HEADS, WIDTH, Layer, Reader


class ByteWords(nn.Module):
    """An embedding in whole numbers of -127 to 127, each row with a scale of its own."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.table[ids].to(torch.float32) * self.scale[ids]


class _Attention(torch.autograd.Function):
    """ONNX Runtime's own attention over many heads, which adds the bias and hides padding itself."""

    @staticmethod
    def forward(ctx: Any, q: Tensor, k: Tensor, v: Tensor, bias: Tensor, shown: Tensor) -> Tensor:
        return q

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any, bias: Any, shown: Any) -> Any:
        made = g.op("com.microsoft::MultiHeadAttention", q, k, v, bias, shown, num_heads_i=HEADS)
        made.setType(q.type())
        return made


class FusedLayer(nn.Module):
    """A layer of the encoder whose attention is one node of the graph."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH, bias=False)
        self.qkv.weight = layer.qkv.weight
        self.bias = layer.qkv.bias
        self.layer = layer

    def forward(self, x: Tensor, shown: Tensor) -> Tensor:
        q, k, v = self.qkv(x).split(WIDTH, -1)
        layer = self.layer
        x = layer.attention_norm(x + layer.joined(_Attention.apply(q, k, v, self.bias, shown)))
        return layer.norm(x + layer.narrow(functional.gelu(layer.widen(x))))


class ExportedReader(nn.Module):
    """A reader as its graph is written; `shown` comes in 32 bits."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.words = ByteWords(reader.words.weight.detach())
        self.layers = nn.ModuleList(FusedLayer(layer) for layer in reader.layers)
        self.reader = reader

    def forward(self, ids: Tensor, marks: Tensor, shown: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        x = self.reader.norm(self.words(ids) + self.reader.places.weight[: ids.shape[1]] + self.reader.marks(marks))
        for layer in self.layers:
            x = layer(x, shown)
        return self.reader.heads(x)


def export(checkpoint: Path, base: Path, out: Path, *, eight_bits: bool = True) -> Path:
    """Writes `reader.onnx` and `tokenizer.json` to the folder `out`; says where the model is."""
    reader = Reader()
    reader.load_state_dict(torch.load(checkpoint))
    reader.eval()
    graph_of = ExportedReader(reader).eval()
    out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(base / "tokenizer.json", out / "tokenizer.json")
    shape = (2, 16)
    ids = torch.randint(1000, 2000, shape)
    sample = (ids, torch.zeros_like(ids), torch.ones_like(ids, dtype=torch.int32))
    target = out / "reader.onnx"
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            graph_of, sample, str(plain), input_names=["ids", "marks", "shown"],
            output_names=["tags", "links", "counts", "hedges"],
            dynamic_axes={
                **{name: {0: "texts", 1: "pieces"} for name in ("ids", "marks", "shown", "tags", "counts", "hedges")},
                "links": {0: "texts", 2: "pieces", 3: "pieces"},
            },
            opset_version=17, dynamo=False, do_constant_folding=True,
        )  # fmt: skip
        if not eight_bits:
            shutil.copyfile(plain, target)
            return target
        graph = onnx.load(plain).graph
        products = [node.name for node in graph.node if node.op_type == "MatMul"]
        heads = [name for name in products if any(f"/{head}/" in name for head in ("tags", "counts", "hedges"))]
        # seven bits: processors without VNNI add two products in sixteen bits, and eight would overflow
        quantize_dynamic(
            plain, target, op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=True,
            weight_type=QuantType.QInt8, nodes_to_exclude=heads,
        )  # fmt: skip
    return target
