// Change: one project at two moments.

package uncertainty

import (
	"fmt"
	"math"

	"github.com/hasteslowly/readiness/assess"
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
// respondents, by id, at both moments, otherwise each moment on its own, which errs on the wide side.
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
	d.Index, d.Threshold = &index, studentQuantile(float64((1+p.before.Level)/2), max(d.Freedom, 1))
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
