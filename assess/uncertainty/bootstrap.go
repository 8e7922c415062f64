// The bootstrap: respondents drawn anew, for readiness and for each type.

package uncertainty

import (
	"math"

	"github.com/hasteslowly/readiness/assess"
)

// resampled is what one value - readiness, or a type's clearance - does when respondents are drawn anew.
type resampled struct {
	*histogram
	below, equal int
}

// spread adds up values and their squares, from the point so that nothing is lost, block by block.
type spread struct{ sum, square, n [blocks]float64 }

func (s *spread) add(block int, x float64) {
	s.sum[block] += x
	s.square[block] += float64(x * x)
	s.n[block]++
}

func (s *spread) mean() float64 {
	return total(&s.sum) / total(&s.n)
}

func (s *spread) deviation() float64 {
	n, m := total(&s.n), s.mean()
	return math.Sqrt(max(total(&s.square)-float64(n*float64(m*m)), 0) / (n - 1))
}

func total(x *[blocks]float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum
}

// values are readiness and the clearances as a trial left them; unknown ones are NaN.
func values(to []float64, readiness float64, known bool, types []assess.TypeTrial) {
	to[0] = math.NaN()
	if known {
		to[0] = readiness
	}
	for k, t := range types {
		to[1+k] = math.NaN()
		if t.Known {
			to[1+k] = t.Clearance
		}
	}
}

// bootstrap gives the intervals of readiness and of each type, all other inputs as the options have them.
func (p *plan) bootstrap() []Interval {
	p = p.only(Respondents)
	n := 1 + len(p.weights.Types)
	point, jack := p.jackknives(n)
	all := make([]resampled, n)
	spreads := make([]spread, n)
	fresh := func() []resampled {
		own := make([]resampled, n)
		for i := range own {
			own[i].histogram = newHistogram(coarse, 1)
		}
		own[0].histogram = newHistogram(fine, 100)
		return own
	}
	copy(all, fresh())
	type worker struct {
		*drawer
		own []resampled
		at  []float64
	}
	if p.vary[Respondents] {
		inBlocks(p.Draws, p.Workers, func() worker { return worker{p.drawer(), fresh(), make([]float64, n)} },
			func(w worker, block, from, to int) {
				for i := from; i < to; i++ {
					numbers := [inputs]uint64{Respondents: uint64(i)}
					readiness, known := w.draw(&numbers)
					values(w.at, readiness, known, w.Types())
					for k, x := range w.at {
						if math.IsNaN(x) {
							continue
						}
						w.own[k].add(x)
						spreads[k].add(block, x-point[k])
						switch difference := x - point[k]; {
						case math.Abs(difference) <= w.own[k].top*1e-12:
							w.own[k].equal++
						case difference < 0:
							w.own[k].below++
						}
					}
				}
			},
			func(w worker) {
				for k := range all {
					all[k].join(w.own[k].histogram)
					all[k].below += w.own[k].below
					all[k].equal += w.own[k].equal
				}
			})
	}
	intervals := make([]Interval, n)
	for k := range intervals {
		intervals[k] = p.interval(point[k], &all[k], &spreads[k], jack[k])
	}
	return intervals
}

func (p *plan) interval(point float64, r *resampled, s *spread, j jackknife) Interval {
	v := Interval{Level: p.Level, Draws: p.Draws, Dropped: p.Draws - r.n}
	switch {
	case math.IsNaN(point):
		v.Undefined, v.Dropped = "the value is not known", 0
		return v
	case !p.vary[Respondents]:
		v.Undefined, v.Draws, v.Dropped = "no perspective has two respondents: how much depends on who was asked cannot be seen", 0, 0
		return v
	case r.n < 2:
		v.Undefined = "the value is not known in the resamples"
		return v
	}
	v.Acceleration, v.Freedom = j.moments()
	v.Bias = bias(r.below, r.equal, r.n)
	se := s.deviation()
	low, high := bca(p.Level, v.Bias, v.Acceleration, v.Freedom)
	from, to := min(r.quantile(low), point), max(r.quantile(high), point)
	v.StandardError, v.Low, v.High = &se, &from, &to
	return v
}

// jackknives gives the values, and those without each respondent, by perspective.
func (p *plan) jackknives(n int) (point []float64, all []jackknife) {
	d := p.drawer()
	point, all = make([]float64, n), make([]jackknife, n)
	score := func(to []float64, times []float64) {
		d.Count(times)
		readiness, known := d.Score(assess.Weights{}, 0, 0)
		values(to, readiness, known, d.Types())
	}
	score(point, nil)
	without := make([]float64, n)
	for i := range d.times {
		d.times[i] = 1
	}
	for _, stratum := range p.strata {
		if len(stratum) < 2 {
			continue
		}
		left := make([][]float64, n)
		for _, r := range stratum {
			// The others of the perspective count a little more, as in the resamples, so that nothing else changes.
			for _, other := range stratum {
				d.times[other] = float64(len(stratum)) / float64(len(stratum)-1)
			}
			d.times[r] = 0
			score(without, d.times)
			for k, x := range without {
				if !math.IsNaN(x) {
					left[k] = append(left[k], x)
				}
			}
		}
		for _, r := range stratum {
			d.times[r] = 1
		}
		for k := range all {
			if len(left[k]) > 1 {
				all[k].strata = append(all[k].strata, left[k])
			}
		}
	}
	return point, all
}
