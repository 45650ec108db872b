"""From facts to a graph one can ask."""

import os

# Work is parallel by documents: threads inside one product of matrices wait for each other, and took half of all
# seconds of a build on a busy machine. It holds where it is said before numpy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
