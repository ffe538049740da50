"""How right claims are, on labelled texts: see README.md. Run by `python -m bench.extraction`."""
