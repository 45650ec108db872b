"""From blocks to headings, items and paragraphs, each under the heading around it."""
