"""Learn: gold articles, scores against them, pinned floors."""
