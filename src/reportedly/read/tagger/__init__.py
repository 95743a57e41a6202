"""The trained model: one small encoder, several heads, one pass over the text."""
