// Average deviation: disagreement in units of the scale.

package consensus

import (
	"math"
	"slices"
)

// DeviationMean is AD_M(J): for each item the mean of |x - mean|, averaged over the items. It is 0 when all agree and at most half the
// length of the scale. It is undefined below two answers to some item. It needs no null distribution. Source: Burke, Finkelstein & Dusig 1999,
// Organizational Research Methods 2:49-68; that a sixth of the points of the scale is a practical upper limit ([PracticalDeviation]):
// Burke & Dunlap 2002, Organizational Research Methods 5:159-172.
func DeviationMean(g Group, o Options) Value { return g.deviation("AD_M", o, mean) }

// DeviationMedian is AD_Md(J), the same about the median, which a single dissenter moves less. It never exceeds AD_M.
func DeviationMedian(g Group, o Options) Value { return g.deviation("AD_Md", o, median) }

// PracticalDeviation is the average deviation up to which a group is usually taken to agree: points/6, .83 on five points.
func PracticalDeviation(points int) float64 { return float64(points) / 6 }

func (g Group) deviation(index string, o Options, centre func([]float64) float64) Value {
	items, v, ok := g.counted(index, o)
	if !ok {
		return v
	}
	sum := 0.0
	for _, item := range items {
		c, deviation := centre(item), 0.0
		for _, x := range item {
			deviation += math.Abs(x - c)
		}
		sum += deviation / float64(len(item))
	}
	return v.with(sum / float64(len(items)))
}

func median(x []float64) float64 {
	sorted := slices.Sorted(slices.Values(x))
	n := len(sorted)
	return float64((sorted[(n-1)/2] + sorted[n/2]) / 2)
}
