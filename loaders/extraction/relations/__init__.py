"""The learned model of relations: which two words of a text state one, beside the frames."""
