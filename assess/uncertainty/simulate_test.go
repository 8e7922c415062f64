// Simulated projects whose truth is known.

package uncertainty

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// sized makes a catalogue of 22 types, 9:4:5:4 by form, with so many parameters each (twice as many in oppositional ones); uneven, with 1 to 8.
func sized(t testing.TB, each int) *framework.Catalogue {
	t.Helper()
	d := framework.Definition{ID: "sized", Version: "1.0.0", Title: "Sized", Language: "en"}
	for k := range 22 {
		form := framework.Ambivalent
		switch {
		case k < 9:
			form = framework.PureChallenge
		case k < 13:
			form = framework.PureDriver
		case k < 18:
			form = framework.Oppositional
		}
		typ := framework.Type{ID: fmt.Sprintf("t%d", k), Form: form, Name: fmt.Sprintf("Type %d", k), Control: []framework.Control{framework.Direct, framework.None}[k%2], Provenance: framework.Operationalised, Statement: "simulated"}
		poles := map[framework.Form][]framework.Pole{framework.PureChallenge: {framework.Challenge}, framework.PureDriver: {framework.Driver}, framework.Ambivalent: {framework.Both}, framework.Oppositional: {framework.Challenge, framework.Driver}}[form]
		n := each
		if each == uneven {
			n = 1 + k*5%8
		}
		for i := range n * len(poles) {
			typ.Parameters = append(typ.Parameters, framework.Parameter{
				ID: fmt.Sprintf("p%d-%d", k, i), Name: fmt.Sprintf("Parameter %d-%d", k, i), Pole: poles[i%len(poles)], Area: framework.Areas()[(k+i)%4],
				Provenance: framework.Operationalised, Statement: "simulated",
			})
		}
		d.Types = append(d.Types, typ)
	}
	c, err := framework.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// uneven stands for types of very different numbers of parameters, as in the reference catalogue (11 to 54).
const uneven = -1

// A world is a population of respondents. Each parameter's side has a level of 1, 2 or 3 in each perspective. A respondent rates it at the level plus a
// leaning of their own - -1, 0 or 1, turned round for hindrances, so that optimists rate everything better - and, in 3 of 10 answers, anything from
// 0 to 4. The mean of a side in a perspective is then known: 0.7 level + 0.6.
type world struct {
	catalogue    *framework.Catalogue
	perspectives []string
	levels       map[string]int // by parameter, side and perspective
}

func newWorld(t testing.TB, r *rand.Rand, each, perspectives int) *world {
	w := &world{catalogue: sized(t, each), levels: map[string]int{}}
	for i := range perspectives {
		w.perspectives = append(w.perspectives, fmt.Sprintf("perspective-%d", i))
	}
	for p := range w.catalogue.Parameters() {
		typical := 1 + r.IntN(3)
		for _, who := range w.perspectives {
			for _, side := range "NP" {
				level := typical
				if r.Float64() < 0.5 {
					level = 1 + r.IntN(3)
				}
				w.levels[p.ID+string(side)+who] = level
			}
		}
	}
	return w
}

func (w *world) rate(r *rand.Rand, key string, leaning int) int {
	if r.Float64() < 0.3 {
		return r.IntN(5)
	}
	return w.levels[key] + leaning
}

// sample draws so many respondents of each perspective, who answer everything.
func (w *world) sample(r *rand.Rand, each int) profile.Definition {
	d := profile.Definition{Version: 1, Project: profile.Project{Name: "Simulated"}}
	for _, who := range w.perspectives {
		for i := range each {
			id, leaning := fmt.Sprintf("%s-%d", who, i), r.IntN(3)-1
			d.Respondents = append(d.Respondents, profile.Respondent{ID: id, Perspective: who})
			for p := range w.catalogue.Parameters() {
				o := profile.Observation{Parameter: p.ID, Respondent: id}
				if p.Pole.Hinders() {
					o.Hinders = profile.Rate(w.rate(r, p.ID+"N"+who, -leaning))
				}
				if p.Pole.Helps() {
					o.Helps = profile.Rate(w.rate(r, p.ID+"P"+who, leaning))
				}
				d.Observations = append(d.Observations, o)
			}
		}
	}
	return d
}

// truth is readiness and the clearances in the whole population, from the means that are known.
func (w *world) truth(t testing.TB, s *assess.Scorer) []float64 {
	d := profile.Definition{Version: 1, Project: profile.Project{Name: "Truth"}}
	for _, who := range w.perspectives {
		d.Respondents = append(d.Respondents, profile.Respondent{ID: who, Perspective: who})
	}
	for p := range w.catalogue.Parameters() {
		for _, who := range w.perspectives {
			o := profile.Observation{Parameter: p.ID, Respondent: who}
			if p.Pole.Hinders() {
				o.Hinders = profile.Rate(0)
			}
			if p.Pole.Helps() {
				o.Helps = profile.Rate(0)
			}
			d.Observations = append(d.Observations, o)
		}
	}
	m := scored(t, s, d).Model()
	trial := m.NewTrial()
	none := make([]float64, len(w.perspectives))
	trial.Count(none)
	for i := range none {
		none[i] = 0
	}
	trial.Count(nil)
	cells := trial.Cells()
	for s, side := range m.Sides() {
		for p, who := range m.Perspectives() {
			key := "N"
			if side.Pole == framework.Driver {
				key = "P"
			}
			cells[s*len(w.perspectives)+p].Sum = (0.7*float64(w.levels[side.Parameter+key+who]) + 0.6) / 4
		}
	}
	readiness, known := trial.Score(assess.Weights{}, 0, 0)
	all := make([]float64, 1+len(trial.Types()))
	values(all, readiness, known, trial.Types())
	for _, x := range all {
		if math.IsNaN(x) {
			t.Fatal("the truth is not known")
		}
	}
	return all
}

func scored(t testing.TB, s *assess.Scorer, d profile.Definition) *assess.Result {
	t.Helper()
	p, err := profile.New(d)
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Score(p)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
