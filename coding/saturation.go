// Saturation: how many new codes each further source brings, and when hardly any.

package coding

import (
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strconv"
)

// SaturationOptions; the zero value is 1,000 orders, seed 0, and the stopping rule of Guest, Namey & Chen (2020, doi:10.1371/journal.pone.0232076) with
// a base of 4 sources, runs of 2 and a threshold of 5%.
type SaturationOptions struct {
	Lens Lens
	// As maps codes, as in MatrixOptions.
	As           func(code string) string
	Permutations int
	Seed         uint64
	Base, Run    int
	Threshold    float64
}

// A Saturation is the curve and what follows from it.
type Saturation struct {
	Sources int `json:"sources"`
	Codes   int `json:"codes"`
	// Once and Twice count codes that are in one source, in two. Unseen estimates how many more there are (Chao 1987, doi:10.2307/2531532,
	// bias-corrected): a lower bound, from Once and Twice.
	Once   int     `json:"once"`
	Twice  int     `json:"twice"`
	Unseen float64 `json:"unseen"`
	// Coverage estimates the share of a further source's codes that are known already: 1 - once / all occurrences (Good 1953).
	Coverage float64           `json:"coverage"`
	Curve    []SaturationPoint `json:"curve"`
	// Stop is the number of sources after which, in a random order, the rule says that no new information comes: median and the bounds that hold 95% of the orders. Never is
	// the share of orders in which it does not say so; StopLow and so on count those as all sources.
	Stop     int     `json:"stop"`
	StopLow  int     `json:"stop_low"`
	StopHigh int     `json:"stop_high"`
	Never    float64 `json:"never"`
	// Rule, Permutations and Seed say how it was found.
	Rule         string `json:"rule"`
	Permutations int    `json:"permutations"`
	Seed         uint64 `json:"seed"`
}

// A SaturationPoint is the state after so many sources.
type SaturationPoint struct {
	Sources int `json:"sources"`
	// Codes is the number of distinct codes to expect, exact over all orders; Low and High hold 95% of the orders drawn.
	Codes float64 `json:"codes"`
	Low   int     `json:"low"`
	High  int     `json:"high"`
	// New is what this source adds to Codes; Given is the number of codes in the order in which the material has the sources.
	New   float64 `json:"new"`
	Given int     `json:"given"`
}

// Saturate finds the curve over documents. Sources without codes under the lens count: they bring nothing new.
func Saturate(m *Material, o SaturationOptions) Saturation {
	o = o.settled()
	sources, codes := m.incidence(o)
	s := Saturation{Sources: len(sources), Codes: len(codes), Permutations: o.Permutations, Seed: o.Seed,
		Rule: fmt.Sprintf("runs of %d sources that bring at most %.0f%% of the codes of the first %d (Guest, Namey & Chen 2020)", o.Run, 100*o.Threshold, o.Base)}
	s.estimate(codes)
	given := make([]int, len(sources))
	for i := range given {
		given[i] = i
	}
	start := growth(sources, given, len(codes))
	drawn, stops := s.draw(sources, len(codes), o)
	before := 0.0
	for k := range sources {
		p := SaturationPoint{Sources: k + 1, Codes: expectedCodes(codes, len(sources), k+1), Given: start[k]}
		slices.Sort(drawn[k])
		p.Low, p.High = drawn[k][len(drawn[k])*25/1000], drawn[k][(len(drawn[k])*975-1)/1000]
		p.New = p.Codes - before
		before = p.Codes
		s.Curve = append(s.Curve, p)
	}
	if len(stops) > 0 {
		slices.Sort(stops)
		s.Stop, s.StopLow, s.StopHigh = stops[(len(stops)-1)/2], stops[len(stops)*25/1000], stops[(len(stops)*975-1)/1000]
	}
	return s
}

func (o SaturationOptions) settled() SaturationOptions {
	if o.Permutations <= 0 {
		o.Permutations = 1000
	}
	if o.Base <= 0 {
		o.Base = 4
	}
	if o.Run <= 0 {
		o.Run = 2
	}
	if o.Threshold <= 0 {
		o.Threshold = .05
	}
	return o
}

// incidence lists the codes of each source by number, and in how many sources each code is.
func (m *Material) incidence(o SaturationOptions) (sources [][]int, codes []int) {
	at := map[string]int{}
	for i, d := range m.Documents {
		at[d.ID] = i
	}
	as := m.reading(o.As)
	sources = make([][]int, len(m.Documents))
	number := map[string]int{}
	for _, i := range m.sorted(o.Lens) {
		code := as(m.Codings[i].Code)
		if code == "" {
			continue
		}
		n, ok := number[code]
		if !ok {
			n = len(codes)
			number[code] = n
			codes = append(codes, 0)
		}
		d := at[m.Codings[i].Document]
		if !slices.Contains(sources[d], n) {
			sources[d] = append(sources[d], n)
			codes[n]++
		}
	}
	return sources, codes
}

func (s *Saturation) estimate(codes []int) {
	all := 0
	for _, n := range codes {
		all += n
		switch n {
		case 1:
			s.Once++
		case 2:
			s.Twice++
		}
	}
	if all == 0 {
		return
	}
	s.Coverage = 1 - float64(s.Once)/float64(all)
	s.Unseen = float64(s.Sources-1) / float64(s.Sources) * float64(s.Once*(s.Once-1)) / float64(2*(s.Twice+1))
}

// growth is the number of distinct codes after each source of an order.
func growth(sources [][]int, order []int, codes int) []int {
	seen := make([]bool, codes)
	n, curve := 0, make([]int, len(order))
	for k, i := range order {
		for _, c := range sources[i] {
			if !seen[c] {
				seen[c] = true
				n++
			}
		}
		curve[k] = n
	}
	return curve
}

// draw gives, for each number of sources, the codes after them in every order, and where the rule stops in each.
func (s *Saturation) draw(sources [][]int, codes int, o SaturationOptions) (drawn [][]int, stops []int) {
	random := rand.New(rand.NewPCG(o.Seed, 0x6f72646572)) // one stream for orders
	drawn = make([][]int, len(sources))
	never := 0
	for range o.Permutations {
		curve := growth(sources, random.Perm(len(sources)), codes)
		for k, n := range curve {
			drawn[k] = append(drawn[k], n)
		}
		stop, ok := o.stop(curve)
		if !ok {
			never++
		}
		stops = append(stops, stop)
	}
	s.Never = float64(never) / float64(o.Permutations)
	return drawn, stops
}

// stop is the number of sources before the first run that brings too little; all when none does.
func (o SaturationOptions) stop(curve []int) (int, bool) {
	if len(curve) < o.Base+o.Run {
		return len(curve), false
	}
	base := float64(curve[o.Base-1])
	for k := o.Base; k+o.Run <= len(curve); k++ {
		if float64(curve[k+o.Run-1]-curve[k-1]) <= float64(o.Threshold*base) {
			return k, true
		}
	}
	return len(curve), false
}

// expectedCodes is the mean number of distinct codes in k sources drawn of n without replacement: the sum over codes of 1 - C(n-f,k)/C(n,k).
func expectedCodes(codes []int, n, k int) float64 {
	count := map[int]int{}
	for _, f := range codes {
		count[f]++
	}
	sum := 0.0
	for f := 1; f <= n; f++ {
		if count[f] == 0 {
			continue
		}
		missed := 1.0
		for i := range f {
			missed = missed * float64(max(0, n-k-i)) / float64(n-i)
		}
		sum += float64(float64(count[f]) * (1 - missed))
	}
	return sum
}

// WriteCSV writes the curve.
func (s Saturation) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write([]string{"sources", "codes", "low", "high", "new", "given order"}); err != nil {
		return err
	}
	for _, p := range s.Curve {
		if err := out.Write([]string{strconv.Itoa(p.Sources), fmt.Sprintf("%.2f", p.Codes), strconv.Itoa(p.Low), strconv.Itoa(p.High), fmt.Sprintf("%.3f", p.New), strconv.Itoa(p.Given)}); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// Chart is the curve with its band, as Vega-Lite.
func (s Saturation) Chart() Chart {
	var values []map[string]any
	for _, p := range s.Curve {
		values = append(values, map[string]any{"sources": p.Sources, "codes": p.Codes, "low": p.Low, "high": p.High})
	}
	x := axis("sources", "quantitative", "sources")
	return Chart{
		"$schema": vegaLite, "title": fmt.Sprintf("Distinct codes after each of %d sources, 95%% of orders", s.Sources), "data": map[string]any{"values": values},
		"layer": []any{
			map[string]any{"mark": map[string]any{"type": "area", "opacity": .3}, "encoding": map[string]any{"x": x, "y": axis("low", "quantitative", "distinct codes"), "y2": map[string]any{"field": "high"}}},
			map[string]any{"mark": "line", "encoding": map[string]any{"x": x, "y": axis("codes", "quantitative", "distinct codes")}},
		},
	}
}
