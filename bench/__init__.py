"""What is measured, against what: see README.md. Run by `python -m bench`."""
