// Association: two-by-two tables, their odds ratio with an interval, an exact test, and a correction for the number of them looked at.

package coding

import (
	"cmp"
	"math"
	"slices"
)

// An Association says how much two things go together over a number of units.
type Association struct {
	// Both, First, Second and Neither count units: with both, with one alone, with none.
	Both    int `json:"both"`
	First   int `json:"first"`
	Second  int `json:"second"`
	Neither int `json:"neither"`
	// OddsRatio is (Both Neither) / (First Second) with half a unit added to each, so that it is finite (Haldane 1940, Anscombe 1956); 1 is no association.
	OddsRatio float64 `json:"odds_ratio"`
	// Low and High bound it at 95%, by its logarithm's standard error (Woolf 1955).
	Low  float64 `json:"low"`
	High float64 `json:"high"`
	// P is the two-sided probability of a table no more likely than this one, margins fixed (Fisher's exact test).
	P float64 `json:"p"`
	// Q is P corrected for all tables looked at (Benjamini & Hochberg 1995): the share of false finds to expect among those at least as strong.
	Q float64 `json:"q"`
}

// Associate makes the association of a table, without Q.
func Associate(both, first, second, neither int) Association {
	a := Association{Both: both, First: first, Second: second, Neither: neither}
	x := [4]float64{float64(both) + .5, float64(first) + .5, float64(second) + .5, float64(neither) + .5}
	a.OddsRatio = float64(x[0]*x[3]) / float64(x[1]*x[2])
	far := 1.959963984540054 * math.Sqrt(1/x[0]+1/x[1]+1/x[2]+1/x[3])
	factor := exponential(far)
	a.Low, a.High = a.OddsRatio/factor, float64(a.OddsRatio*factor)
	a.P = fisher(both, first, second, neither)
	a.Q = a.P
	return a
}

// exponential is e^x for 0 <= x < 20, in plain arithmetic, so that bounds have the same bits everywhere.
func exponential(x float64) float64 {
	const halvings = 10
	x /= 1 << halvings
	sum, term := 1.0, 1.0
	for i := 1; i < 12; i++ {
		term = float64(term*x) / float64(i)
		sum += term
	}
	for range halvings {
		sum = float64(sum * sum)
	}
	return sum
}

// fisher walks through all tables with the same margins; each table's likelihood follows from its neighbour's.
func fisher(both, first, second, neither int) float64 {
	row, column, n := both+first, both+second, both+first+second+neither
	low, high := max(0, row+column-n), min(row, column)
	if high == low {
		return 1
	}
	likelihood := make([]float64, high-low+1)
	likelihood[both-low] = 1
	for k := both + 1; k <= high; k++ {
		likelihood[k-low] = likelihood[k-1-low] * float64(row-k+1) / float64(k) * float64(column-k+1) / float64(n-row-column+k)
	}
	for k := both - 1; k >= low; k-- {
		likelihood[k-low] = likelihood[k+1-low] / float64(row-k) * float64(k+1) / float64(column-k) * float64(n-row-column+k+1)
	}
	all, rare := 0.0, 0.0
	for _, l := range likelihood {
		all += l
		if l <= 1+1e-9 {
			rare += l
		}
	}
	return min(1, rare/all)
}

// correct sets Q of all associations from their P.
func correct(all []*Association) {
	order := slices.Clone(all)
	slices.SortStableFunc(order, func(a, b *Association) int { return cmp.Compare(a.P, b.P) })
	least := 1.0
	for i := len(order) - 1; i >= 0; i-- {
		least = min(least, order[i].P*float64(len(order))/float64(i+1))
		order[i].Q = least
	}
}
