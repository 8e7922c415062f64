# Writes bca.json: bias, acceleration and percentiles of BCa intervals by scipy 1.10.1 (Debian: python3-scipy), one and several samples.
# Run it here as: python3 bca.py > bca.json
import json
import numpy as np
from scipy import stats
from scipy.stats import _resampling as rs

random = np.random.default_rng(5)
cases = []

def case(name, samples, statistic, level):
    data = [np.asarray(s, float) for s in samples]
    theta = float(statistic(*data, axis=-1))
    resampled = np.array([float(statistic(*[random.choice(d, len(d)) for d in data], axis=-1)) for _ in range(999)])
    low, high, a = rs._bca_interval(data, statistic, axis=-1, alpha=(1 - level) / 2, theta_hat_b=resampled, batch=None)
    left = [[float(statistic(*[np.delete(d, i) if k == j else d for k, d in enumerate(data)], axis=-1)) for i in range(len(data[j]))] for j in range(len(data))]
    cases.append({"name": name, "level": level, "without": left, "below": int((resampled < theta).sum()), "equal": int((resampled == theta).sum()), "n": len(resampled),
                  "acceleration": float(np.ravel(a)[0]), "low": float(np.ravel(low)[0]), "high": float(np.ravel(high)[0])})

mean = lambda x, axis: np.mean(x, axis=axis)
variance = lambda x, axis: np.var(x, axis=axis)
difference = lambda x, y, axis: np.mean(x, axis=axis) - np.mean(y, axis=axis)
product = lambda x, y, z, axis: np.mean(x, axis=axis) * np.mean(y, axis=axis) * np.mean(z, axis=axis)
skewed = np.round(random.exponential(3, 12), 2)
case("mean of 12 skewed", [skewed], mean, .9)
case("variance of 12 skewed", [skewed], variance, .95)
case("difference of means, 7 and 15", [random.integers(0, 5, 7), random.integers(0, 5, 15)], difference, .9)
case("product of three means, 4, 9 and 6", [random.integers(0, 5, 4), random.integers(0, 5, 9), random.integers(1, 5, 6)], product, .8)
print(json.dumps({"origin": "scipy 1.10.1, scipy.stats._resampling._bca_interval; made by bca.py", "cases": cases}, indent=1))
