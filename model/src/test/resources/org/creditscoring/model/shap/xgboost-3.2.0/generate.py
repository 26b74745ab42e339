"""Writes the golden files of GoldenTest: XGBoost's own models, contributions and margins on invented rows.

Run in this folder, with Python 3.10 or newer:  pip install xgboost==3.2.0 numpy==2.4.6 && python generate.py
A new version of XGBoost gets a folder of its own; these files stay.
"""

import json

import numpy as np
import xgboost

assert xgboost.__version__ == "3.2.0", xgboost.__version__

FEATURES = 9
GOLDEN_ROWS = 60


def rows(rng, count):
    """Continuous, small-integer (ties at thresholds), signed-zero and far-from-zero columns; a fifth is missing."""
    x = rng.normal(size=(count, FEATURES))
    x[:, 1] = np.round(x[:, 1] * 2)
    x[:, 2] = np.where(x[:, 2] > 0.6, 1.0, -0.0)
    x[:, 3] = np.exp(12 + x[:, 3])
    x[:, 4] = -np.floor(8000 + 3000 * x[:, 4])
    x[rng.random(x.shape) < 0.2] = np.nan
    x[rng.random(count) < 0.3, 5:8] = np.nan
    return x.astype(np.float32)


def labels(rng, x):
    z = np.nan_to_num(x[:, 0]) + np.nan_to_num(x[:, 1]) * np.nan_to_num(x[:, 5]) - np.isnan(x[:, 6])
    return (z + rng.normal(size=len(z)) > 1.3).astype(np.int32)


def plain(x):
    return [[None if np.isnan(v) else float(v) for v in row] for row in x]


def golden(name, train_rows, rounds, **parameters):
    rng = np.random.default_rng(20261122)
    x = rows(rng, train_rows)
    train = xgboost.DMatrix(x, labels(rng, x))
    booster = xgboost.train(
        {"objective": "binary:logistic", "seed": 1, "nthread": 1, "subsample": 0.8} | parameters, train, rounds)
    booster.save_model(f"{name}.model.json")
    fresh = rows(rng, GOLDEN_ROWS)
    matrix = xgboost.DMatrix(fresh)
    with open(f"{name}.expected.json", "w") as out:
        json.dump({
            "rows": plain(fresh),
            "contributions": booster.predict(matrix, pred_contribs=True).tolist(),
            "margins": booster.predict(matrix, output_margin=True).tolist(),
        }, out, indent=None, separators=(",", ":"))
        out.write("\n")


golden("depth6", 2000, 40, max_depth=6, eta=0.1)
golden("single-leaves", 400, 12, max_depth=3, gamma=6)
golden("depth12", 6000, 3, max_depth=12, min_child_weight=0.01, eta=0.3)
