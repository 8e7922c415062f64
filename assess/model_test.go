// Models and trials against the scores they take apart, and gradients against small steps.

package assess_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// withShort adds ratings of whole types by some respondents.
func withShort(c *framework.Catalogue, r *rand.Rand, d profile.Definition) profile.Definition {
	for t := range c.Types() {
		for _, who := range d.Respondents {
			if r.Float64() < 0.2 {
				o := profile.Observation{Parameter: t.ID, Respondent: who.ID}
				if x := r.IntN(8); x == 0 {
					o.State = profile.NotApplicable
				} else {
					o.Hinders, o.Helps = profile.Rate(x%5), profile.Rate((x+2)%5)
				}
				d.Observations = append(d.Observations, o)
			}
		}
	}
	d.Perspectives = []profile.Perspective{{ID: "nobody"}, {ID: "nurses"}, {ID: "doctors"}, {ID: "patients"}, {ID: "managers"}}
	return d
}

// TestTrialIsScore: everybody once, with the options' weights, gives the result; leaving a respondent out gives the result without them.
func TestTrialIsScore(t *testing.T) {
	generated(t, func(t *testing.T, r *rand.Rand, c *framework.Catalogue, s *assess.Scorer, d profile.Definition) {
		d = withShort(c, r, d)
		result := scored(t, s, d)
		trial := result.Model().NewTrial()
		agree(t, result, trial, nil)
		without := d
		gone := r.IntN(len(d.Respondents))
		without.Respondents = slices.Delete(slices.Clone(d.Respondents), gone, gone+1)
		if slices.ContainsFunc(without.Respondents, func(x profile.Respondent) bool { return x.Perspective == d.Respondents[gone].Perspective }) {
			without.Observations = slices.DeleteFunc(slices.Clone(d.Observations), func(o profile.Observation) bool { return o.Respondent == d.Respondents[gone].ID })
			times := make([]float64, len(d.Respondents))
			for i := range times {
				if id, _ := result.Profile().Respondent(i); id != d.Respondents[gone].ID {
					times[i] = 1
				}
			}
			agree(t, scored(t, s, without), trial, times)
		}
		trial.Count(nil)
		for cell, x := range trial.Cells() {
			if x.Missing() > 0 {
				trial.Fill(cell, 0.25)
			}
		}
		before, known := trial.Score(assess.Weights{}, 0, 0)
		if e := result.Readiness(); !known || before < e.Low-1e-9 || before > e.High+1e-9 {
			t.Errorf("filled, readiness is %v, outside %v to %v", before, e.Low, e.High)
		}
	})
}

func agree(t *testing.T, r *assess.Result, trial *assess.Trial, times []float64) {
	t.Helper()
	trial.Count(times)
	readiness, known := trial.Score(assess.Weights{}, 0, 0)
	if e := r.Readiness(); known != e.Known || known && math.Abs(readiness-e.Value) > 1e-9 {
		t.Errorf("readiness %v %v, want %+v", readiness, known, e)
	}
	for k, want := range r.Types() {
		got := trial.Types()[k]
		if got.Known != want.Clearance.Known || got.Known && math.Abs(got.Clearance-want.Clearance.Value) > 1e-12 {
			t.Errorf("%s: clearance %+v, want %+v", want.ID, got, want.Clearance)
		}
		if want.Hinders != nil && (got.HindersKnown != want.Hinders.Known || got.HindersKnown && math.Abs(got.Hinders-want.Hinders.Value) > 1e-12) {
			t.Errorf("%s: hinders %+v, want %+v", want.ID, got, want.Hinders)
		}
		if want.Helps != nil && (got.HelpsKnown != want.Helps.Known || got.HelpsKnown && math.Abs(got.Helps-want.Helps.Value) > 1e-12) {
			t.Errorf("%s: helps %+v, want %+v", want.ID, got, want.Helps)
		}
	}
}

// TestGradient moves the mean of a cell by a little.
func TestGradient(t *testing.T) {
	generated(t, func(t *testing.T, r *rand.Rand, c *framework.Catalogue, s *assess.Scorer, d profile.Definition) {
		m := scored(t, s, withShort(c, r, d)).Model()
		trial, gradient := m.NewTrial(), make([]float64, m.Cells())
		fill := func(at int, x float64) float64 {
			trial.Count(nil)
			for cell := range trial.Cells() {
				if cell == at {
					trial.Fill(cell, x)
				} else {
					trial.Fill(cell, 0.3)
				}
			}
			readiness, _ := trial.Score(assess.Weights{}, 0, assess.Geometric)
			return readiness
		}
		fill(-1, 0)
		trial.Gradient(gradient)
		trial.Count(nil)
		open := slices.Clone(trial.Cells())
		for range 30 {
			cell := r.IntN(m.Cells())
			if open[cell].Missing() == 0 || open[cell].Slots <= 0 {
				continue
			}
			const step = 1e-5
			want := (fill(cell, 0.3+step) - fill(cell, 0.3-step)) / (2 * step)
			if got := gradient[cell] * open[cell].Missing() / open[cell].Slots; math.Abs(got-want) > 1e-5*math.Max(1, math.Abs(want)) && s.Options().Within != assess.WeakestLink {
				t.Errorf("cell %d: %v, by steps %v", cell, got, want)
			}
		}
	})
}

// TestRestricted: a model of some cells is that of the profile whose other answers are "not applicable".
func TestRestricted(t *testing.T) {
	generated(t, func(t *testing.T, r *rand.Rand, c *framework.Catalogue, s *assess.Scorer, d profile.Definition) {
		keep := func(p string) bool { return p[len(p)-1]%2 == 0 }
		restricted := scored(t, s, d).Model().Restricted(func(side assess.Side, _ string) bool { return keep(side.Parameter) })
		other := d
		other.Observations = slices.DeleteFunc(slices.Clone(d.Observations), func(o profile.Observation) bool { return !keep(o.Parameter) })
		for p := range c.Parameters() {
			if !keep(p.ID) {
				for _, who := range d.Respondents {
					other.Observations = append(other.Observations, profile.Observation{Parameter: p.ID, Respondent: who.ID, State: profile.NotApplicable})
				}
			}
		}
		agree(t, scored(t, s, other), restricted.NewTrial(), nil)
	})
}

// BenchmarkTrial counts and scores 10,000 answers with everybody drawn anew.
func BenchmarkTrial(b *testing.B) {
	s, p := big(b)
	r, err := s.Score(p)
	if err != nil {
		b.Fatal(err)
	}
	m := r.Model()
	trial, times := m.NewTrial(), make([]float64, p.Respondents())
	for i := range times {
		times[i] = float64(i % 3)
	}
	b.ReportAllocs()
	for b.Loop() {
		trial.Count(times)
		if _, ok := trial.Score(assess.Weights{}, assess.Arithmetic, assess.Geometric); !ok {
			b.Fatal("nothing known")
		}
	}
}
