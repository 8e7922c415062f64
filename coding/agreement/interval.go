// Intervals: by resampling units, by drawing coincidences, by formula, by leaving one out.

package agreement

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
)

// An IntervalMethod is how bounds are found.
type IntervalMethod uint8

// The methods.
const (
	// NoInterval gives none.
	NoInterval IntervalMethod = iota
	// Bootstrap resamples units with replacement and takes percentiles: what other units of the same kind would have given.
	Bootstrap
	// Coincidences draws pairs of ratings from those observed and holds expected disagreement fixed, as KALPHA does; alpha only.
	// It is narrower than Bootstrap, since it takes the pairs of a unit for independent.
	Coincidences
	// Analytic is the linearised standard error over units with a t quantile (Gwet 2014), where a statistic has one.
	Analytic
	// Jackknife leaves out one unit after the other and takes a t quantile.
	Jackknife
)

var intervalNames = []string{"none", "bootstrap", "coincidences", "analytic", "jackknife"}

// String gives the name.
func (m IntervalMethod) String() string { return nameOf(intervalNames, int(m)) }

// ParseInterval reads a name.
func ParseInterval(s string) (IntervalMethod, error) {
	i, err := find("interval", intervalNames, s)
	return IntervalMethod(i), err
}

const (
	defaultResamples = 2000
	mostJackknifed   = 20_000
)

// interval adds bounds to a value that is defined.
func (s Statistic) interval(v Value, t *Table, o prepared, r raw) Value {
	if o.Interval == NoInterval {
		return v
	}
	if o.Resamples == 0 {
		o.Resamples = defaultResamples
	}
	v.Level, v.Interval = o.Level, o.Interval.String()
	if o.Level == 0 {
		v.Level = 0.95
	}
	switch o.Interval {
	case Bootstrap:
		return s.bootstrap(v, t, o)
	case Coincidences:
		if !s.TakesMetric {
			v.Warnings = append(v.Warnings, "no interval: drawing coincidences is for Krippendorff's alpha only")
			return v
		}
		return t.drawCoincidences(v, o, r)
	case Analytic:
		if s.influence == nil {
			v.Warnings = append(v.Warnings, fmt.Sprintf("no interval: no formula for %s; use bootstrap or jackknife", s.Name))
			return v
		}
		x := s.influence(t, o, r)
		return v.around(math.Sqrt(variance(x)/float64(len(x))), len(x))
	}
	return s.jackknife(v, t, o)
}

// bootstrap resamples units.
func (s Statistic) bootstrap(v Value, t *Table, o prepared) Value {
	random := rand.New(rand.NewPCG(o.Seed, 0x756e697473)) // one stream for drawing units
	resampled := *t
	resampled.bytes = nil
	resampled.cells = make([]uint16, len(t.cells))
	n := uint32(t.Units())
	draws := make([]float64, 0, o.Resamples)
	for range o.Resamples {
		for to := resampled.cells; len(to) > 0; to = to[t.coders:] {
			from := int(random.Uint32N(n)) * t.coders
			copy(to[:t.coders], t.cells[from:from+t.coders])
		}
		if r := s.compute(&resampled, o); r.undefined == "" {
			draws = append(draws, r.value)
		}
	}
	return v.percentiles(draws, o)
}

// percentiles takes bounds from draws. A resample in which the statistic is undefined is dropped and counted.
func (v Value) percentiles(draws []float64, o prepared) Value {
	v.Resamples, v.Seed, v.Dropped = o.Resamples, o.Seed, o.Resamples-len(draws)
	if v.Dropped*20 > o.Resamples {
		v.Warnings = append(v.Warnings, fmt.Sprintf("undefined in %d of %d resamples, which were dropped: more units would make the bounds trustworthy", v.Dropped, o.Resamples))
	}
	if len(draws) < 2 {
		return v
	}
	se := math.Sqrt(variance(draws))
	slices.Sort(draws)
	low, high := quantile(draws, (1-v.Level)/2), quantile(draws, (1+v.Level)/2)
	v.Low, v.High, v.StandardError = &low, &high, &se
	return v
}

// quantile interpolates between sorted values (Hyndman & Fan type 7).
func quantile(sorted []float64, p float64) float64 {
	at := float64(p * float64(len(sorted)-1))
	i := int(at)
	if i+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[i] + float64((at-float64(i))*(sorted[i+1]-sorted[i]))
}

// drawCoincidences follows Hayes & Krippendorff 2007: as many pairs are drawn as half of (m-1) n, each with its deviation.
func (t *Table) drawCoincidences(v Value, o prepared, r raw) Value {
	deviations, weights, n := t.pairs(o)
	random := rand.New(rand.NewPCG(o.Seed, 0x7061697273)) // one stream for drawing pairs
	cumulative := make([]float64, len(weights))
	sum := 0.0
	for i, w := range weights {
		sum += w
		cumulative[i] = sum
	}
	draws := make([]float64, o.Resamples)
	for i := range draws {
		d := 0.0
		for range n {
			at, _ := slices.BinarySearch(cumulative, random.Float64()*sum)
			d += deviations[min(at, len(deviations)-1)]
		}
		draws[i] = 1 - d/float64(n)/r.expected
	}
	return v.percentiles(draws, o)
}

// pairs lists the distinct deviations of pairable ratings with their weight, 1/(m-1) a pair, and how many pairs to draw.
func (t *Table) pairs(o prepared) (deviations, weights []float64, n int) {
	counts, _ := t.pairableCounts()
	difference := o.difference(counts)
	if o.Metric == Nominal {
		difference = func(c, k int) float64 { return 1 }
	}
	at := map[float64]int{}
	for i := 0; i < len(t.cells); i += t.coders {
		row := t.cells[i : i+t.coders]
		m, _ := unanimous(row)
		for a, c := range row {
			for _, k := range row[:a] {
				if c == 0 || k == 0 {
					continue
				}
				d := 0.0
				if c != k {
					d = difference(int(max(c, k))-1, int(min(c, k))-1)
				}
				j, ok := at[d]
				if !ok {
					j = len(deviations)
					at[d] = j
					deviations, weights = append(deviations, d), append(weights, 0)
				}
				weights[j] += 1 / float64(m-1)
				n++
			}
		}
	}
	return deviations, weights, n
}

// jackknife leaves out one unit after the other.
func (s Statistic) jackknife(v Value, t *Table, o prepared) Value {
	if t.Units() > mostJackknifed {
		v.Warnings = append(v.Warnings, fmt.Sprintf("no interval: the jackknife takes the square of the units, and there are more than %d; use bootstrap", mostJackknifed))
		return v
	}
	rest := *t
	rest.bytes = nil
	draws := make([]float64, 0, t.Units())
	for i := 0; i < len(t.cells); i += t.coders {
		rest.cells = slices.Concat(t.cells[:i], t.cells[i+t.coders:])
		if r := s.compute(&rest, o); r.undefined == "" {
			draws = append(draws, r.value)
		}
	}
	v.Dropped = t.Units() - len(draws)
	if n := len(draws); n > 1 {
		return v.around(math.Sqrt(variance(draws)/float64(n))*float64(n-1), n)
	}
	return v
}

// around puts a t interval around the value.
func (v Value) around(se float64, n int) Value {
	if n < 2 {
		return v
	}
	far := float64(se * tQuantile((1+v.Level)/2, n-1))
	low, high := *v.Value-far, min(1, *v.Value+far)
	v.Low, v.High, v.StandardError = &low, &high, &se
	return v
}

// variance is that of a sample, with n-1.
func variance(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	mean, squares := sum/float64(len(x)), 0.0
	for _, v := range x {
		squares += float64((v - mean) * (v - mean))
	}
	return squares / float64(len(x)-1)
}
