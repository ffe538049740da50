"""Every question asked of a small graph whose answers can be read off it."""
