"""What both stores promise, asked of both."""
