// Change: one project at two moments.

package uncertainty

import (
	"fmt"
	"math"
	"reflect"
	"slices"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/assess/internal/portable"
	"github.com/hasteslowly/readiness/framework/strict"
)

// ReliableChange is the reliable change index (after - before) / (sqrt 2 SE), with SE = sd sqrt(1 - reliability) the standard error of one
// measurement: beyond 1.96 either way a change as large is rare when nothing changed. It is undefined, and ok false, unless sd is above 0 and reliability in
// 0 to below 1. Source: Jacobson & Truax 1991, doi:10.1037/0022-006X.59.1.12. [Compare] uses standard errors found by resampling instead.
func ReliableChange(before, after, sd, reliability float64) (index float64, ok bool) {
	if !(sd > 0) || !(reliability >= 0 && reliability < 1) {
		return 0, false
	}
	return (after - before) / float64(sd*math.Sqrt(float64(2*(1-reliability)))), true
}

// A Change says what changed between two moments, and whether it is more than drawing other respondents would make.
type Change struct {
	Before Moment `json:"before"`
	After  Moment `json:"after"`
	// Readiness is on common ground: the questions that were answered by the same perspective at both moments. So are the types.
	Readiness Difference   `json:"readiness"`
	Types     []Difference `json:"types"`
	// Common counts the questions of common ground - sides of parameters by perspectives - and Answered those answered at either moment.
	Common   int `json:"common"`
	Answered int `json:"answered"`
	// Paired lists the perspectives whose respondents are the same at both moments; their change is measured person by person.
	Paired []string `json:"paired"`
	// Bridged says what differed between catalogues, methods and stages and how it was bridged.
	Bridged  []string  `json:"bridged"`
	Level    float64   `json:"level"`
	Seed     uint64    `json:"seed"`
	Draws    int       `json:"draws"`
	Warnings []Warning `json:"warnings"`
}

// A Moment is one of the two.
type Moment struct {
	Project   string          `json:"project"`
	At        string          `json:"at,omitempty"`
	Stage     string          `json:"stage,omitempty"`
	Catalogue string          `json:"catalogue"`
	Readiness assess.Estimate `json:"readiness"` // on its own ground
}

// A Difference is the change of one value.
type Difference struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	// Before and After are on common ground: readiness 0 to 100, clearance of a type 0 to 1; absent where not known.
	Before *float64 `json:"before,omitempty"`
	After  *float64 `json:"after,omitempty"`
	// Change is After - Before, and StandardError that of the change over respondents drawn anew.
	Change        *float64 `json:"change,omitempty"`
	StandardError *float64 `json:"standard_error,omitempty"`
	// Index is the reliable change index, Change / StandardError; Threshold is Student's quantile that it has to pass, with Freedom
	// degrees of freedom.
	Index     *float64 `json:"index,omitempty"`
	Threshold float64  `json:"threshold,omitempty"`
	Freedom   float64  `json:"degrees_of_freedom,omitempty"`
	Verdict   Verdict  `json:"verdict"`
	// Undefined says why it cannot be told.
	Undefined string `json:"undefined,omitempty"`
}

// A Verdict says what a change amounts to.
type Verdict string

// The verdicts.
const (
	Better     Verdict = "better"             // reliably
	Worse      Verdict = "worse"              // reliably
	NoReliable Verdict = "no reliable change" // less than other respondents would make
	CannotTell Verdict = "cannot tell"
)

// ChangeOptions of a comparison.
type ChangeOptions struct {
	// Draws, Seed, Level and Workers are as in [Options]; Level is 0.95 when 0.
	Draws   int
	Seed    uint64
	Level   float64
	Workers int
	// Bridge compares results of different catalogues or options on what they share; without it they are refused.
	Bridge bool
}

// Compare says what changed. Results of different catalogues, or scored with different options, are refused with all their differences, unless
// they are to be bridged: then parameters count that both catalogues have in the same type on the same side. A different stage is bridged in
// the same way and said. Types and readiness are compared on common ground, so that other questions do not look like change.
//
// The standard error is that of the change over respondents drawn anew within perspectives: person by person where a perspective has the same
// respondents at both moments, otherwise each moment on its own, which errs on the wide side.
func Compare(before, after *assess.Result, o ChangeOptions) (*Change, error) {
	if o.Level == 0 {
		o.Level = 0.95
	}
	options := Options{Draws: o.Draws, Seed: o.Seed, Level: o.Level, Workers: o.Workers}
	problems := strict.Problems(options.check())
	differences := unlike(before, after)
	if !o.Bridge {
		for _, d := range differences {
			problems = append(problems, strict.Problem{Path: "after", What: d, Cure: "score both moments alike, or ask for a bridge"})
		}
	}
	if err := strict.Fail("comparison", problems); err != nil {
		return nil, err
	}
	c := &Change{Before: momentOf(before), After: momentOf(after), Level: o.Level, Seed: o.Seed, Paired: []string{}, Bridged: []string{}, Warnings: []Warning{}}
	for _, d := range differences {
		c.Bridged = append(c.Bridged, d+": compared on the parameters that are in the same type and on the same side in both")
	}
	if c.Before.Stage != c.After.Stage {
		c.Bridged = append(c.Bridged, fmt.Sprintf("the stage was %s and is %s: compared on the parameters of both", orUnset(c.Before.Stage), orUnset(c.After.Stage)))
	}
	b, a := before.Model(), after.Model()
	common, answered := commonGround(b, a)
	c.Common, c.Answered = len(common), answered
	keep := func(m *assess.Model) func(assess.Side, string) bool {
		types := m.Types()
		return func(s assess.Side, perspective string) bool {
			return common[cellKey{types[s.Type].ID, s.Parameter, s.Pole.String(), perspective}]
		}
	}
	pair := newPairing(b.Restricted(keep(b)), a.Restricted(keep(a)), before, after, options.withDefaults())
	c.Draws = pair.before.Draws
	c.Paired = append(c.Paired, pair.paired...)
	pair.compare(c)
	if len(common) == 0 {
		c.Warnings = append(c.Warnings, Warning{Kind: MostlyOpen, Text: "no question was answered by the same perspective at both moments: there is nothing to compare"})
	} else if 2*len(common) < answered {
		c.Warnings = append(c.Warnings, Warning{Kind: MostlyOpen, Text: "fewer than half of the questions answered at either moment were answered at both: the change is that of what was asked twice"})
	}
	return c, nil
}

func orUnset(stage string) string {
	if stage == "" {
		return "not given"
	}
	return stage
}

func momentOf(r *assess.Result) Moment {
	p := r.Profile().Project()
	m := Moment{Project: p.Name, At: p.At, Catalogue: catalogueOf(r), Readiness: r.Readiness()}
	if p.Stage != 0 {
		m.Stage = p.Stage.String()
	}
	return m
}

func catalogueOf(r *assess.Result) string {
	c := r.Scorer().Catalogue()
	return c.ID() + " " + c.Version()
}

// unlike says in what two results are made differently.
func unlike(a, b *assess.Result) []string {
	var all []string
	if x, y := catalogueOf(a), catalogueOf(b); x != y {
		all = append(all, fmt.Sprintf("the catalogue was %s and is %s", x, y))
	}
	x, y := a.Scorer().Options(), b.Scorer().Options()
	x.Bands, y.Bands = nil, nil
	for i, name := range []string{"Within", "Between", "PerspectiveWeights", "TypeWeights", "ParameterWeights"} {
		v, w := reflect.ValueOf(x).Field(i), reflect.ValueOf(y).Field(i)
		if v.Kind() == reflect.Map && v.Len() == 0 && w.Len() == 0 {
			continue
		}
		if !reflect.DeepEqual(v.Interface(), w.Interface()) {
			all = append(all, fmt.Sprintf("the option %s was %v and is %v", name, v.Interface(), w.Interface()))
		}
	}
	return all
}

// A cellKey is a question that one perspective can answer, whatever the catalogue's numbers.
type cellKey struct{ typ, parameter, pole, perspective string }

// commonGround lists the questions answered at both moments, and counts those answered at either.
func commonGround(b, a *assess.Model) (common map[cellKey]bool, answered int) {
	was, is := answeredCells(b), answeredCells(a)
	common = map[cellKey]bool{}
	answered = len(is)
	for key := range was {
		if is[key] {
			common[key] = true
		} else {
			answered++
		}
	}
	return common, answered
}

func answeredCells(m *assess.Model) map[cellKey]bool {
	t := m.NewTrial()
	t.Count(nil)
	all := map[cellKey]bool{}
	types, names := m.Types(), m.Perspectives()
	for s, side := range m.Sides() {
		for p, name := range names {
			if t.Cells()[s*len(names)+p].N > 0 {
				all[cellKey{types[side.Type].ID, side.Parameter, side.Pole.String(), name}] = true
			}
		}
	}
	return all
}

// A pairing draws respondents at both moments.
type pairing struct {
	before, after *plan
	types         []pairedType
	strata        []pairedStratum
	paired        []string
}

// A pairedType is a type of the later catalogue with its numbers at both moments, -1 where it was not.
type pairedType struct {
	id, name      string
	before, after int
}

// A pairedStratum is drawn as one: the respondents of a perspective at one moment, or, person by person, at both.
type pairedStratum struct{ before, after []int }

func (s pairedStratum) size() int { return max(len(s.before), len(s.after)) }

func newPairing(b, a *assess.Model, before, after *assess.Result, o Options) *pairing {
	p := &pairing{before: newPlan(b, o), after: newPlan(a, o)}
	was := map[string]int{}
	for k, t := range b.Types() {
		was[t.ID] = k
	}
	for k, t := range a.Types() {
		x := pairedType{t.ID, t.Name, -1, k}
		if n, ok := was[t.ID]; ok {
			x.before = n
		}
		p.types = append(p.types, x)
	}
	ids := func(r *assess.Result, numbers []int) []string {
		all := make([]string, len(numbers))
		for i, n := range numbers {
			all[i], _ = r.Profile().Respondent(n)
		}
		return all
	}
	for i, name := range b.Perspectives() {
		j := slices.Index(a.Perspectives(), name)
		if j >= 0 && slices.Equal(ids(before, p.before.strata[i]), ids(after, p.after.strata[j])) && len(p.before.strata[i]) > 0 {
			p.paired = append(p.paired, name)
			p.strata = append(p.strata, pairedStratum{p.before.strata[i], p.after.strata[j]})
			continue
		}
		p.strata = append(p.strata, pairedStratum{before: p.before.strata[i]})
	}
	for j, name := range a.Perspectives() {
		if !slices.Contains(p.paired, name) {
			p.strata = append(p.strata, pairedStratum{after: p.after.strata[j]})
		}
	}
	return p
}

// A pairDrawer scores both moments; each goroutine has its own.
type pairDrawer struct {
	*pairing
	b, a         *drawer
	x, y, change []float64
}

func (p *pairing) drawer() *pairDrawer {
	n := 1 + len(p.types)
	d := &pairDrawer{pairing: p, b: p.before.drawer(), a: p.after.drawer(), change: make([]float64, n)}
	d.x, d.y = make([]float64, 1+len(p.before.weights.Types)), make([]float64, n)
	d.everybody()
	return d
}

func (d *pairDrawer) everybody() {
	for i := range d.b.times {
		d.b.times[i] = 1
	}
	for i := range d.a.times {
		d.a.times[i] = 1
	}
}

// times sets how often person i of a stratum counts.
func (d *pairDrawer) times(s pairedStratum, i int, n float64) {
	if s.before != nil {
		d.b.times[s.before[i]] = n
	}
	if s.after != nil {
		d.a.times[s.after[i]] = n
	}
}

// score sets change to the differences of readiness and of types; NaN where not known.
func (d *pairDrawer) score() {
	one := func(d *drawer, to []float64) {
		d.Count(d.times)
		readiness, known := d.Score(assess.Weights{}, 0, 0)
		values(to, readiness, known, d.Types())
	}
	one(d.b, d.x)
	one(d.a, d.y)
	d.change[0] = d.y[0] - d.x[0]
	for k, t := range d.types {
		d.change[1+k] = math.NaN()
		if t.before >= 0 {
			d.change[1+k] = d.y[1+k] - d.x[1+t.before]
		}
	}
}

func (p *pairing) compare(c *Change) {
	d := p.drawer()
	d.score()
	point, jack := slices.Clone(d.change), p.jackknives(d)
	was, is := slices.Clone(d.x), slices.Clone(d.y)
	spreads := make([]spread, len(point))
	inBlocks(p.before.Draws, p.before.Workers, p.drawer, func(d *pairDrawer, block, from, to int) {
		for i := from; i < to; i++ {
			random := portable.NewStream(p.before.Seed, purposeChange, uint64(i))
			for _, s := range d.strata {
				n := s.size()
				if n < 2 {
					continue
				}
				for k := range n {
					d.times(s, k, 0)
				}
				for range n - 1 {
					k, one := random.Below(n), float64(n)/float64(n-1)
					if s.before != nil {
						d.b.times[s.before[k]] += one
					}
					if s.after != nil {
						d.a.times[s.after[k]] += one
					}
				}
			}
			d.score()
			for k, x := range d.change {
				if !math.IsNaN(x) {
					spreads[k].add(block, x)
				}
			}
		}
	}, func(*pairDrawer) {})
	c.Readiness = p.difference("readiness", "Readiness", was[0], is[0], point[0], &spreads[0], jack[0])
	for k, t := range p.types {
		x := math.NaN()
		if t.before >= 0 {
			x = was[1+t.before]
		}
		c.Types = append(c.Types, p.difference(t.id, t.name, x, is[1+k], point[1+k], &spreads[1+k], jack[1+k]))
	}
}

const purposeChange = 0x6368616e

// jackknives leaves out one person after the other, and leaves everybody in.
func (p *pairing) jackknives(d *pairDrawer) []jackknife {
	all := make([]jackknife, 1+len(p.types))
	for _, s := range p.strata {
		n := s.size()
		if n < 2 {
			continue
		}
		left := make([][]float64, len(all))
		for gone := range n {
			for k := range n {
				d.times(s, k, float64(n)/float64(n-1))
			}
			d.times(s, gone, 0)
			d.score()
			for k, x := range d.change {
				if !math.IsNaN(x) {
					left[k] = append(left[k], x)
				}
			}
		}
		for k := range n {
			d.times(s, k, 1)
		}
		for k := range all {
			if len(left[k]) > 1 {
				all[k].strata = append(all[k].strata, left[k])
			}
		}
	}
	d.everybody()
	d.score()
	return all
}

func (p *pairing) difference(id, name string, before, after, change float64, s *spread, j jackknife) Difference {
	d := Difference{ID: id, Name: name, Verdict: CannotTell}
	known := func(x float64) *float64 {
		if math.IsNaN(x) {
			return nil
		}
		return &x
	}
	d.Before, d.After, d.Change = known(before), known(after), known(change)
	if d.Change == nil {
		d.Undefined = "it is not known on common ground at both moments"
		return d
	}
	if len(j.strata) == 0 || total(&s.n) < 2 {
		d.Undefined = "no perspective has two respondents: other respondents might make as much"
		return d
	}
	se := s.deviation()
	d.StandardError = &se
	_, d.Freedom = j.moments()
	if se < 1e-9 {
		d.Undefined = "respondents do not differ: there is no standard error to hold the change against"
		return d
	}
	index := change / se
	d.Index, d.Threshold = &index, studentQuantile((1+p.before.Level)/2, max(d.Freedom, 1))
	switch {
	case index > d.Threshold:
		d.Verdict = Better
	case index < -d.Threshold:
		d.Verdict = Worse
	default:
		d.Verdict = NoReliable
	}
	return d
}
