// Krippendorff's alpha: any number of coders, missing cells, five metrics.

package agreement

// KrippendorffAlpha compares the disagreement within units with that among all pairable ratings.
var KrippendorffAlpha = Statistic{
	Name: "krippendorff_alpha", Title: "Krippendorff's alpha",
	Formula: "1 - Do/De; Do = sum over units of d(c,k) over ordered pairs of their m ratings / (m-1), divided by n; De = sum n_c n_k d(c,k) / (n (n-1)); " +
		"n ratings in units with two or more, d the squared difference of the metric",
	Undefined: "all pairable ratings are alike (De = 0); no unit with two ratings",
	Confused:  "kappas; irr's kripp.alpha with complete data and more than two coders, which divides wrongly; an alpha whose ordinal metric uses ranks",
	Source:    "Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, repository.upenn.edu/asc_papers/43; circular: Krippendorff 2019, Content Analysis, 4th ed.", TakesMetric: true,
	compute: func(t *Table, o prepared) raw {
		if o.Metric == Nominal && t.bytes != nil {
			return t.laneAlpha()
		}
		if o.Metric == Nominal {
			return t.nominalAlpha()
		}
		return t.metricAlpha(o)
	},
}

// nominalAlpha counts in whole numbers. hist runs through the whole table: what a unit's categories had before it, taken from
// what each of its ratings finds, is the number of its agreeing pairs; so no unit needs counters of its own.
func (t *Table) nominalAlpha() raw {
	hist := make([]int32, len(t.categories)+1)
	agree, units := make([]int64, t.coders+1), make([]int64, t.coders+1)
	singles := make([]int64, len(hist))
	for cells := t.cells; len(cells) > 0; cells = cells[t.coders:] {
		row := cells[:t.coders]
		missing, pairs := hist[0], int32(0)
		for _, c := range row {
			pairs -= hist[c]
		}
		for _, c := range row {
			h := hist[c]
			pairs += h
			hist[c] = h + 1
		}
		missing = hist[0] - missing
		m := t.coders - int(missing)
		agree[m] += int64(pairs) - int64(missing)*int64(missing-1)/2
		units[m]++
		if m == 1 {
			for _, c := range row {
				singles[c]++
			}
		}
	}
	return alphaOf(agree, units, hist, singles)
}

// alphaOf takes agreeing pairs and units by their number of ratings, and counts of ratings and of those that stand alone.
func alphaOf(agree, units []int64, hist []int32, singles []int64) raw {
	n, whole, disagree := int64(0), int64(0), 0.0
	for m := 2; m < len(units); m++ {
		n += int64(m) * units[m]
		apart := int64(m)*int64(m-1)*units[m] - 2*agree[m]
		if m <= maxLaneCoders { // in whole numbers, as on lanes, so that both give the same bits
			whole += apart * leastCommon / int64(m-1)
		} else {
			disagree += float64(apart) / float64(m-1)
		}
	}
	disagree += float64(whole) / leastCommon
	if n == 0 {
		return raw{undefined: noPairs}
	}
	same := int64(0)
	for c := 1; c < len(hist); c++ {
		k := int64(hist[c]) - singles[c]
		same += k * (k - 1)
	}
	return alpha(disagree/float64(n), float64(n*(n-1)-same)/float64(n*(n-1)))
}

func alpha(observed, expected float64) raw {
	r := raw{observed: observed, expected: expected}
	if expected == 0 {
		r.undefined = noVariation
		return r
	}
	r.value = 1 - observed/expected
	return r
}

// pairableCounts counts the ratings of units with two or more, by category, and all of them.
func (t *Table) pairableCounts() (counts []int64, n int64) {
	counts = make([]int64, len(t.categories))
	for i := 0; i < len(t.cells); i += t.coders {
		row := t.cells[i : i+t.coders]
		if rated, _ := unanimous(row); rated < 2 {
			continue
		}
		for _, c := range row {
			if c != 0 {
				counts[c-1]++
				n++
			}
		}
	}
	return counts, n
}

// smallTable is how many categories may have their differences laid out in a table; beyond it they are computed as needed,
// so that ratings with many distinct values cost no memory.
const smallTable = 512

func (t *Table) metricAlpha(o prepared) raw {
	counts, n := t.pairableCounts()
	if n == 0 {
		return raw{undefined: noPairs}
	}
	difference := o.difference(counts)
	expected := 0.0
	for c := range counts {
		part := 0.0
		for k := range c {
			part += float64(float64(counts[k]) * difference(c, k))
		}
		expected += float64(2 * float64(counts[c]) * part)
	}
	observed := t.within(difference)
	return alpha(observed/float64(n), expected/(float64(n)*float64(n-1)))
}

// difference gives the squared difference of two categories, the greater first.
func (o prepared) difference(counts []int64) func(c, k int) float64 {
	q := len(counts)
	if q <= smallTable {
		d := o.Metric.delta(counts, o.values, o.Period)
		return func(c, k int) float64 { return d[c*q+k] }
	}
	if o.Metric != Ordinal {
		return func(c, k int) float64 { return o.Metric.difference(c, k, counts, o.values, o.Period) }
	}
	below := make([]int64, q+1) // ratings in categories before each
	for i, c := range counts {
		below[i+1] = below[i] + c
	}
	return func(c, k int) float64 {
		x := float64(below[c]+below[c+1]-below[k]-below[k+1]) / 2
		return float64(x * x)
	}
}

// within sums over units the differences of the ordered pairs of their m ratings, divided by m-1.
func (t *Table) within(difference func(c, k int) float64) float64 {
	sum := 0.0
	row := make([]int, 0, t.coders)
	for i := 0; i < len(t.cells); i += t.coders {
		row = row[:0]
		for _, c := range t.cells[i : i+t.coders] {
			if c != 0 {
				row = append(row, int(c)-1)
			}
		}
		part := 0.0
		for a, c := range row {
			for _, k := range row[:a] {
				if c != k {
					part += difference(max(c, k), min(c, k))
				}
			}
		}
		if part > 0 {
			sum += 2 * part / float64(len(row)-1)
		}
	}
	return sum
}
