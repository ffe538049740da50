"""The real programs that tests run against: Java, Neo4j, Chromium, and how to get each."""
