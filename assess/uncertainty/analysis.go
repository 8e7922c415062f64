// The analysis: how sure a result is.

package uncertainty

import (
	"math"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/assess/internal/portable"
)

// An Analysis says how sure a result is, and of what that depends.
type Analysis struct {
	Seed  uint64  `json:"seed"`
	Draws int     `json:"draws"`
	Level float64 `json:"level"`
	// Varied lists the inputs that varied; Held those that did not, because the options hold them or there is nothing to vary.
	Varied []Input `json:"varied"`
	Held   []Input `json:"held"`
	// Sampling is the interval of readiness, 0 to 100, from drawing respondents anew and nothing else.
	Sampling Interval `json:"sampling"`
	// Missing is the distribution of readiness when only missing answers vary: what asking can narrow.
	Missing Distribution `json:"missing"`
	// Readiness is its distribution when everything varies.
	Readiness Distribution `json:"readiness"`
	Bands     []Chance     `json:"bands"`
	Types     []Type       `json:"types"`
	// Sensitivity says what the spread of readiness comes from; empty below two varied inputs.
	Sensitivity []Sensitivity `json:"sensitivity"`
	// Ask lists what to ask next, the first first.
	Ask      []Question `json:"ask"`
	Warnings []Warning  `json:"warnings"`
}

// A Distribution is what the draws of one value give.
type Distribution struct {
	Mean float64 `json:"mean"`
	SD   float64 `json:"sd"`
	// Low and High bound the middle of the draws, with the analysis's Level.
	Low    float64 `json:"low"`
	Median float64 `json:"median"`
	High   float64 `json:"high"`
	// Histogram counts the draws in 50 classes of the scale, for drawing.
	Histogram []int `json:"histogram"`
	// Draws is the number of draws in which the value is known.
	Draws int `json:"draws"`
}

// Width is High - Low.
func (d Distribution) Width() float64 { return d.High - d.Low }

// A Chance is the probability of a band.
type Chance struct {
	Band        string  `json:"band"`
	Probability float64 `json:"probability"`
}

// A Type says how sure what is known of one type is.
type Type struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	// Sampling and Clearance are of the type's clearance, 0 to 1, as Sampling and Readiness of the analysis.
	Sampling  Interval     `json:"sampling"`
	Clearance Distribution `json:"clearance"`
	// Ranks[i] is the probability that the type is in place i+1 from the worst: its rank acceptability.
	Ranks []float64 `json:"ranks"`
}

// Worst is the probability that no type is less out of the way.
func (t Type) Worst() float64 {
	if len(t.Ranks) == 0 {
		return 0
	}
	return t.Ranks[0]
}

// A Warning says what the analysis cannot see.
type Warning struct {
	Kind        WarningKind `json:"kind"`
	Perspective string      `json:"perspective,omitempty"`
	Text        string      `json:"text"`
}

// A WarningKind tells warnings apart.
type WarningKind string

// The kinds of warnings.
const (
	OneVoice   WarningKind = "one voice"   // a perspective with one respondent: nobody knows how others would differ
	FewVoices  WarningKind = "few voices"  // too few for the interval to hold what it promises
	MostlyOpen WarningKind = "mostly open" // more than half of the answers are missing: what is drawn rests on assumptions
	Certain    WarningKind = "nothing varies"
)

// Analyse draws. Options that do not fit are reported all at once.
func Analyse(r *assess.Result, o Options) (*Analysis, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	p := newPlan(r.Model(), o.withDefaults())
	a := &Analysis{Seed: p.Seed, Draws: p.Draws, Level: p.Level, Varied: []Input{}, Held: []Input{}, Warnings: []Warning{}, Sensitivity: []Sensitivity{}, Ask: []Question{}}
	for _, i := range Inputs() {
		if p.vary[i] {
			a.Varied = append(a.Varied, i)
		} else {
			a.Held = append(a.Held, i)
		}
	}
	a.warn(p, r)
	intervals := p.bootstrap()
	a.Sampling = intervals[0]
	c := p.collect(r.Scorer().Options().Bands)
	a.Readiness = c.distribution(0, p)
	for k, t := range p.model.Types() {
		typ := Type{ID: t.ID, Name: t.Name, Sampling: intervals[1+k], Clearance: c.distribution(1+k, p)}
		for _, n := range c.ranks[k] {
			typ.Ranks = append(typ.Ranks, float64(n)/float64(max(c.ranked, 1)))
		}
		a.Types = append(a.Types, typ)
	}
	for i, b := range r.Scorer().Options().Bands {
		a.Bands = append(a.Bands, Chance{b.Name, float64(c.bands[i]) / float64(max(c.histograms[0].n, 1))})
	}
	if len(a.Varied) > 1 {
		a.Sensitivity = p.sensitivity()
	}
	a.Missing, a.Ask = p.ask()
	return a, nil
}

func (a *Analysis) warn(p *plan, r *assess.Result) {
	names := p.model.Perspectives()
	for s, stratum := range p.strata {
		name := r.Profile().PerspectiveName(names[s])
		switch n := len(stratum); {
		case n == 1:
			a.Warnings = append(a.Warnings, Warning{OneVoice, names[s], name + " speaks with one voice: how others of them would differ is not in any interval; ask a second"})
		case n > 1 && n < 5 && len(p.strata) < 3:
			a.Warnings = append(a.Warnings, Warning{FewVoices, names[s], name + " has fewer than five voices: the interval from drawing respondents anew is too narrow; ask more"})
		}
	}
	if e := r.Readiness(); e.Coverage() < 0.5 {
		a.Warnings = append(a.Warnings, Warning{Kind: MostlyOpen, Text: "more than half of the answers are missing: the draws rest on assumptions about them more than on answers"})
	}
	if len(a.Varied) == 0 {
		a.Warnings = append(a.Warnings, Warning{Kind: Certain, Text: "nothing varies: the draws are all the same"})
	}
}

// A collection is what the draws leave behind. Its size does not depend on their number.
type collection struct {
	histograms []*histogram // readiness, and the clearances
	spreads    []spread
	bands      []int
	ranks      [][]int // by type and place
	ranked     int     // draws in which all types are known
}

func (p *plan) newCollection(bands int) *collection {
	n := len(p.weights.Types)
	c := &collection{spreads: make([]spread, 1+n), bands: make([]int, bands), ranks: make([][]int, n)}
	c.histograms = append(c.histograms, newHistogram(fine, 100))
	for k := range n {
		c.histograms = append(c.histograms, newHistogram(coarse, 1))
		c.ranks[k] = make([]int, n)
	}
	return c
}

func (c *collection) join(other *collection) {
	for i, h := range other.histograms {
		c.histograms[i].join(h)
	}
	for i, n := range other.bands {
		c.bands[i] += n
	}
	for k := range other.ranks {
		for i, n := range other.ranks[k] {
			c.ranks[k][i] += n
		}
	}
	c.ranked += other.ranked
}

func (c *collection) distribution(i int, p *plan) Distribution {
	return p.describe(c.histograms[i], &c.spreads[i])
}

func (p *plan) describe(h *histogram, s *spread) Distribution {
	d := Distribution{Histogram: h.joined(50), Draws: h.n}
	if h.n < 2 {
		return d
	}
	tail := float64((1 - p.Level) / 2)
	d.Mean, d.SD, d.Low, d.Median, d.High = s.mean(), s.deviation(), h.quantile(tail), h.quantile(0.5), h.quantile(1-tail)
	return d
}

// collect draws everything.
func (p *plan) collect(bands []assess.Band) *collection {
	all := p.newCollection(len(bands))
	type worker struct {
		*drawer
		own   *collection
		at    []float64
		order []int
	}
	start := func() worker {
		n := len(p.weights.Types)
		return worker{p.drawer(), p.newCollection(len(bands)), make([]float64, 1+n), make([]int, n)}
	}
	inBlocks(p.Draws, p.Workers, start, func(w worker, block, from, to int) {
		sums := make([]struct{ sum, square, n float64 }, len(w.at))
		for i := from; i < to; i++ {
			numbers := same(uint64(i))
			readiness, known := w.draw(&numbers)
			values(w.at, readiness, known, w.Types())
			complete := known
			for k, x := range w.at {
				if math.IsNaN(x) {
					complete = false
					continue
				}
				w.own.histograms[k].add(x)
				sums[k].sum += x
				sums[k].square += float64(x * x)
				sums[k].n++
			}
			if known {
				w.own.bands[bandOf(bands, readiness)]++
			}
			if complete {
				w.own.ranked++
				rank(w.order, w.at[1:], p.Seed, uint64(i))
				for place, k := range w.order {
					w.own.ranks[k][place]++
				}
			}
		}
		for k, s := range sums {
			all.spreads[k].sum[block], all.spreads[k].square[block], all.spreads[k].n[block] = s.sum, s.square, s.n
		}
	}, func(w worker) { all.join(w.own) })
	return all
}

// same gives every input the same number.
func same(number uint64) (numbers [inputs]uint64) {
	for i := range numbers {
		numbers[i] = number
	}
	return numbers
}

func bandOf(bands []assess.Band, x float64) int {
	at := 0
	for i, b := range bands {
		if x >= b.From {
			at = i
		}
	}
	return at
}

// rank puts the numbers of values in order, the lowest first; equal ones in an order drawn at random.
func rank(order []int, x []float64, seed, number uint64) {
	for k := range x {
		i := k
		for ; i > 0 && before(k, order[i-1], x, seed, number); i-- {
			order[i] = order[i-1]
		}
		order[i] = k
	}
}

func before(a, b int, x []float64, seed, number uint64) bool {
	if x[a] == x[b] {
		return portable.NewStream(seed, purposeRank+uint64(a), number).Uint64() < portable.NewStream(seed, purposeRank+uint64(b), number).Uint64()
	}
	return x[a] < x[b]
}

const purposeRank = 0x72616e6b00
