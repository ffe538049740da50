"""Known names: actors as dated data files, places from GeoNames."""
