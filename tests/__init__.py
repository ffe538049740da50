"""The test suite: contract tests on every store, a real Neo4j and a real browser."""
