"""What the graph is made of, how claims become ties, and the two stores; imports none of ours."""
