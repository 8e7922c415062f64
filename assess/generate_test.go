// Generated catalogues and profiles, for properties and benchmarks.

package assess_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// sized makes a catalogue of 22 types, 9:4:5:4 by form, and n parameters in all, spread evenly.
func sized(t testing.TB, n int) *framework.Catalogue {
	t.Helper()
	forms := []framework.Form{
		framework.PureChallenge, framework.PureChallenge, framework.PureChallenge, framework.PureChallenge, framework.PureChallenge,
		framework.PureChallenge, framework.PureChallenge, framework.PureChallenge, framework.PureChallenge,
		framework.PureDriver, framework.PureDriver, framework.PureDriver, framework.PureDriver,
		framework.Oppositional, framework.Oppositional, framework.Oppositional, framework.Oppositional, framework.Oppositional,
		framework.Ambivalent, framework.Ambivalent, framework.Ambivalent, framework.Ambivalent,
	}
	d := framework.Definition{ID: "sized", Version: "1.0.0", Title: "Sized", Language: "en"}
	for k, form := range forms {
		d.Types = append(d.Types, framework.Type{
			ID: fmt.Sprintf("t%d", k), Form: form, Name: fmt.Sprintf("Type %d", k), Control: []framework.Control{framework.Direct, framework.None}[k%2],
			Provenance: framework.Operationalised, Statement: "generated",
		})
	}
	for i := range n {
		t := &d.Types[i%len(forms)]
		pole := map[framework.Form]framework.Pole{framework.PureChallenge: framework.Challenge, framework.PureDriver: framework.Driver, framework.Ambivalent: framework.Both}[t.Form]
		if t.Form == framework.Oppositional {
			pole = []framework.Pole{framework.Challenge, framework.Driver}[i/len(forms)%2]
		}
		p := framework.Parameter{
			ID: fmt.Sprintf("p%d", i), Name: fmt.Sprintf("Parameter %d", i), Pole: pole, Area: framework.Areas()[i%4],
			Provenance: framework.Operationalised, Statement: "generated",
		}
		if i%10 == 9 {
			p.Stages = []framework.Stage{framework.Stages()[i%6]}
		}
		if i%50 == 0 && pole.Hinders() {
			p.Critical = "generated"
		}
		t.Parameters = append(t.Parameters, p)
	}
	c, err := framework.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// answers makes a definition in which every respondent rates every parameter on the sides it asks, with probability density.
func answers(c *framework.Catalogue, r *rand.Rand, respondents int, density float64) profile.Definition {
	d := profile.Definition{Version: 1, Project: profile.Project{Name: "Generated", Stage: framework.Stages()[r.IntN(6)]}}
	perspectives := []string{"nurses", "doctors", "patients", "managers"}
	for i := range respondents {
		d.Respondents = append(d.Respondents, profile.Respondent{ID: fmt.Sprintf("r%d", i), Perspective: perspectives[i%len(perspectives)]})
	}
	for p := range c.Parameters() {
		for i := range respondents {
			if r.Float64() >= density {
				continue
			}
			o := profile.Observation{Parameter: p.ID, Respondent: d.Respondents[i].ID}
			switch x := r.Float64(); {
			case density < 1 && x < 0.05:
				o.State = profile.NotApplicable
			case density < 1 && x < 0.10:
				o.State = profile.DontKnow
			default:
				if p.Pole.Hinders() {
					o.Hinders = profile.Rate(r.IntN(5))
				}
				if p.Pole.Helps() {
					o.Helps = profile.Rate(r.IntN(5))
				}
			}
			d.Observations = append(d.Observations, o)
		}
	}
	return d
}
