"""The recipe of the shipped model: from raw news to one ONNX file. `python -m training --help`."""
