"""The yardstick for W1 with an accelerator: the same training in C, compiled on the spot."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

_SOURCE = """
#include <math.h>

static const double x[4][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, t[4] = {0, 1, 1, 0};
static double w[2][4] = {{.5, -.4, .3, -.2}, {-.3, .6, .2, .4}}, b[4], v[4] = {.4, -.5, .6, .2}, c;

void train(long steps, double rate) {
  for (long step = 0; step < steps; step++) {
    double gw[2][4] = {{0}}, gb[4] = {0}, gv[4] = {0}, gc = 0;
    for (int k = 0; k < 4; k++) {
      double h[4], z = c;
      for (int j = 0; j < 4; j++) {
        h[j] = tanh(x[k][0] * w[0][j] + x[k][1] * w[1][j] + b[j]);
        z += h[j] * v[j];
      }
      double d = (1 / (1 + exp(-z)) - t[k]) / 4;
      gc += d;
      for (int j = 0; j < 4; j++) {
        double g = d * v[j] * (1 - h[j] * h[j]);
        gv[j] += h[j] * d;
        gb[j] += g;
        gw[0][j] += x[k][0] * g;
        gw[1][j] += x[k][1] * g;
      }
    }
    for (int j = 0; j < 4; j++) {
      w[0][j] -= rate * gw[0][j];
      w[1][j] -= rate * gw[1][j];
      b[j] -= rate * gb[j];
      v[j] -= rate * gv[j];
    }
    c -= rate * gc;
  }
}
"""


def c_steps() -> Callable[[int], object] | None:
    """Return a function that trains XOR for some steps; None where there is no compiler."""
    compiler = shutil.which("cc")
    if compiler is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source, library = Path(folder) / "loop.c", Path(folder) / "loop.so"
        source.write_text(_SOURCE, encoding="utf-8")
        options = ("-O3", "-march=native", "-shared", "-fPIC")
        command = [compiler, *options, "-o", str(library), str(source), "-lm"]
        subprocess.run(command, check=True)
        train = ctypes.CDLL(str(library)).train
    train.argtypes, train.restype = (ctypes.c_long, ctypes.c_double), None
    return lambda count: train(count, 1.0)
