// Metrics: how far two categories are apart, for Krippendorff's alpha.

package agreement

import "math"

// A Metric is the difference function of Krippendorff's alpha.
type Metric uint8

// The metrics, with the squared difference of values c and k.
const (
	// Nominal: 0 when equal, 1 otherwise.
	Nominal Metric = iota
	// Ordinal: the square of the number of ratings from c to k, those of c and k counted by half.
	Ordinal
	// Interval: (c-k)^2.
	Interval
	// Ratio: ((c-k)/(c+k))^2, 0 when both are 0.
	Ratio
	// Circular: sin(pi (c-k)/U)^2 with U the period (Options.Period), for angles, hours, days of a week.
	Circular
)

var metricNames = []string{"nominal", "ordinal", "interval", "ratio", "circular"}

// Metrics lists every metric.
func Metrics() []Metric { return []Metric{Nominal, Ordinal, Interval, Ratio, Circular} }

// String gives the name.
func (m Metric) String() string { return nameOf(metricNames, int(m)) }

// ParseMetric reads a name.
func ParseMetric(s string) (Metric, error) {
	i, err := find("metric", metricNames, s)
	return Metric(i), err
}

// delta fills a q x q matrix of squared differences. counts are those of the categories among pairable ratings, which the
// ordinal metric needs; values are the numbers of the categories, which interval, ratio and circular need.
func (m Metric) delta(counts []int64, values []float64, period float64) []float64 {
	q := len(counts)
	d := make([]float64, q*q)
	for c := range q {
		for k := range c {
			x := m.difference(c, k, counts, values, period)
			d[c*q+k], d[k*q+c] = x, x
		}
	}
	return d
}

// difference is the squared difference of categories c > k.
func (m Metric) difference(c, k int, counts []int64, values []float64, period float64) float64 {
	switch m {
	case Ordinal:
		twice := counts[c] + counts[k]
		for g := k + 1; g < c; g++ {
			twice += 2 * counts[g]
		}
		x := float64(twice) / 2
		return x * x
	case Interval:
		x := values[c] - values[k]
		return x * x
	case Ratio:
		sum := values[c] + values[k]
		if sum == 0 {
			return 0
		}
		x := (values[c] - values[k]) / sum
		return x * x
	case Circular:
		x := math.Sin(math.Pi * (values[c] - values[k]) / period)
		return x * x
	}
	return 1
}
