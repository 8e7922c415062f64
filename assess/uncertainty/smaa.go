// SMAA-2: how acceptable each place is for each alternative when neither weights nor measurements are sure.

package uncertainty

import (
	"math"

	"github.com/hasteslowly/readiness/assess/internal/portable"
)

// A Decision is a choice among alternatives by criteria, neither of whose weights nor measurements are sure.
type Decision struct {
	Alternatives, Criteria []string
	// New makes the functions for one goroutine. Weigh draws weights of the criteria by number. Measure draws the measurements by number; Value gives
	// the value of each alternative as last measured, the more the better, under weights, and whether all have one.
	New func() Evaluator
}

// An Evaluator draws and values; see [Decision].
type Evaluator struct {
	Weigh   func(number uint64, weights []float64)
	Measure func(number uint64)
	Value   func(weights, values []float64) (ok bool)
}

// An Alternative is what SMAA-2 says of one.
type Alternative struct {
	Name string `json:"name"`
	// Ranks[i] is the rank acceptability: the share of draws in which the alternative is in place i+1. Equal values share their places.
	Ranks []float64 `json:"ranks"`
	// MeanRank is the mean place, 1 the best.
	MeanRank float64 `json:"mean_rank"`
	// Entropy of the ranks in bits: 0 when the place is sure, log2 of the number of alternatives when nothing is known.
	Entropy float64 `json:"entropy"`
	// Central is the mean of the weights, adding up to 1, under which the alternative is first: what one has to think to favour it.
	// Nil when it is never first.
	Central []float64 `json:"central_weights,omitempty"`
	// Confidence is the share of measurements with which the alternative is first under its central weights; absent when it never is.
	Confidence *float64 `json:"confidence,omitempty"`
	// Wins[j] is the share of draws in which the alternative is better than alternative j, half of those in which they are equal included.
	Wins []float64 `json:"wins"`
}

// SMAA2 draws weights and measurements together, ranks, and then, for the confidence factors, draws measurements again under each
// alternative's central weights. Draws without a value for all alternatives do not count and are given in dropped. Sources: Lahdelma & Salminen 2001,
// doi:10.1287/opre.49.3.444.11220; Tervonen & Lahdelma 2007, doi:10.1016/j.ejor.2005.12.037; pairwise winning: Leskinen et al. 2006, Forest Science 52:304-312.
func (d Decision) SMAA2(draws int, workers int) (all []Alternative, dropped int) {
	n, m := len(d.Alternatives), len(d.Criteria)
	total := newSmaaCounts(n)
	centre := make([][blocks]smaaCentre, n)
	type worker struct {
		Evaluator
		own             *smaaCounts
		weights, values []float64
	}
	start := func() worker {
		return worker{d.New(), newSmaaCounts(n), make([]float64, m), make([]float64, n)}
	}
	inBlocks(draws, workers, start, func(w worker, block, from, to int) {
		for i := range centre {
			centre[i][block].weights = make([]float64, m)
		}
		for i := from; i < to; i++ {
			w.Weigh(uint64(i), w.weights)
			w.Measure(uint64(i))
			if !w.Value(w.weights, w.values) {
				w.own.dropped++
				continue
			}
			for a, share := range w.own.count(w.values) {
				if share > 0 {
					centre[a][block].add(w.weights, share)
				}
			}
		}
	}, func(w worker) { total.join(w.own) })
	central := make([][]float64, n)
	for a := range central {
		central[a] = meanWeights(centre[a][:], m)
	}
	confident := d.confidence(central, draws, workers)
	counted := float64(draws - total.dropped)
	for a, name := range d.Alternatives {
		x := Alternative{Name: name, Central: central[a]}
		for place := range n {
			share := float64(total.ranks[a][place]) / (whole * max(counted, 1))
			x.Ranks = append(x.Ranks, share)
			x.MeanRank += float64(share * float64(place+1))
			if share > 0 {
				x.Entropy -= float64(share*portable.Ln(share)) / math.Ln2
			}
		}
		x.Entropy += 0
		for b := range n {
			x.Wins = append(x.Wins, float64(total.wins[a][b])/(2*max(counted, 1)))
		}
		if central[a] != nil {
			x.Confidence = &confident[a]
		}
		all = append(all, x)
	}
	return all, total.dropped
}

// whole is the number of parts that a place is divided in, so that shares of equal alternatives are counted in whole numbers: it is divisible by
// all numbers up to 16; beyond, the rest is lost.
const whole = 720720

type smaaCounts struct {
	ranks   [][]uint64 // by alternative and place, in parts of a draw
	wins    [][]uint64 // in halves of a draw
	shares  []float64
	dropped int
}

func newSmaaCounts(n int) *smaaCounts {
	c := &smaaCounts{shares: make([]float64, n)}
	for range n {
		c.ranks, c.wins = append(c.ranks, make([]uint64, n)), append(c.wins, make([]uint64, n))
	}
	return c
}

// count adds one draw, and gives each alternative's share in the first place.
func (c *smaaCounts) count(values []float64) []float64 {
	for a, x := range values {
		better, equal := 0, 0
		for b, y := range values {
			switch {
			case a == b:
			case x > y:
				c.wins[a][b] += 2
			case x == y:
				c.wins[a][b]++
				equal++
			default:
				better++
			}
		}
		c.shares[a] = 0
		if better == 0 {
			c.shares[a] = 1 / float64(equal+1)
		}
		for place := better; place <= better+equal; place++ {
			c.ranks[a][place] += whole / uint64(equal+1)
		}
	}
	return c.shares
}

func (c *smaaCounts) join(other *smaaCounts) {
	for a := range c.ranks {
		for b := range c.ranks[a] {
			c.ranks[a][b] += other.ranks[a][b]
			c.wins[a][b] += other.wins[a][b]
		}
	}
	c.dropped += other.dropped
}

// A smaaCentre adds up weights under which an alternative is first.
type smaaCentre struct {
	weights []float64
	n       float64
}

func (c *smaaCentre) add(weights []float64, share float64) {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	for i, w := range weights {
		c.weights[i] += float64(share*w) / sum
	}
	c.n += share
}

func meanWeights(centre []smaaCentre, m int) []float64 {
	mean, n := make([]float64, m), 0.0
	for _, c := range centre {
		n += c.n
		for i, w := range c.weights {
			mean[i] += w
		}
	}
	if n == 0 {
		return nil
	}
	for i := range mean {
		mean[i] /= n
	}
	return mean
}

// confidence draws measurements under the central weights of each alternative. Its draws are others than those that made the weights.
func (d Decision) confidence(central [][]float64, draws, workers int) []float64 {
	n := len(central)
	firsts := make([][blocks]struct{ first, n float64 }, n)
	type worker struct {
		Evaluator
		values []float64
	}
	inBlocks(draws, workers, func() worker { return worker{d.New(), make([]float64, n)} }, func(w worker, block, from, to int) {
		for i := from; i < to; i++ {
			w.Measure(uint64(draws + i))
			for a, weights := range central {
				if weights == nil || !w.Value(weights, w.values) {
					continue
				}
				f := &firsts[a][block]
				f.n++
				equal, first := 0, true
				for b, x := range w.values {
					if b != a && x == w.values[a] {
						equal++
					}
					first = first && x <= w.values[a]
				}
				if first {
					f.first += 1 / float64(equal+1)
				}
			}
		}
	}, func(worker) {})
	shares := make([]float64, n)
	for a := range firsts {
		first, all := 0.0, 0.0
		for _, f := range firsts[a] {
			first, all = first+f.first, all+f.n
		}
		if all > 0 {
			shares[a] = first / all
		}
	}
	return shares
}
