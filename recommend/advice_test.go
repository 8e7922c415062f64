// When each rule fires and when it is silent, the order of advice, its chains and its what-ifs.

package recommend_test

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
	"github.com/hasteslowly/readiness/recommend"
)

// said makes an observation by one of two respondents, "nurse" and "patient"; -1 is no answer on that side.
func said(respondent, parameter string, hinders, helps int) profile.Observation {
	o := profile.Observation{Parameter: parameter, Respondent: respondent}
	if hinders >= 0 {
		o.Hinders = profile.Rate(hinders)
	}
	if helps >= 0 {
		o.Helps = profile.Rate(helps)
	}
	return o
}

func derive(t testing.TB, change func(*profile.Definition), observations ...profile.Observation) (*assess.Result, *recommend.Advice) {
	t.Helper()
	d := profile.Definition{
		Version: 1, Project: profile.Project{Name: "Test"},
		Respondents:  []profile.Respondent{{ID: "nurse", Perspective: "nurses"}, {ID: "patient", Perspective: "patients"}},
		Observations: observations,
	}
	if change != nil {
		change(&d)
	}
	p, err := profile.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return adviseOn(t, p)
}

func adviseOn(t testing.TB, p *profile.Profile) (*assess.Result, *recommend.Advice) {
	t.Helper()
	s, err := assess.NewScorer(framework.Reference(), assess.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Score(p)
	if err != nil {
		t.Fatal(err)
	}
	a, err := recommend.Derive(r, recommend.DefaultLibrary(), recommend.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r, a
}

func TestRules(t *testing.T) {
	effort := func(it, rest float64) func(*profile.Definition) {
		return func(d *profile.Definition) {
			d.Effort = map[framework.Area]float64{framework.ITSolution: it, framework.SocialInteraction: rest}
		}
	}
	for _, row := range []struct {
		name          string
		change        func(*profile.Definition)
		in            []profile.Observation
		rule, subject string
		because       string // of a recommendation; empty when the rule is silent
		silence       string
	}{
		{"a critical parameter strongly against", nil, []profile.Observation{said("patient", "no-lawful-basis-settled", 4, -1)},
			"blocker", "no-lawful-basis-settled", "stops the project: rated against it by patients 4.0 of 4", ""},
		{"a critical parameter moderately against", nil, []profile.Observation{said("patient", "no-lawful-basis-settled", 2, -1)},
			"blocker", "critical parameters", "", "no perspective rates one at 3 of 4"},
		{"a type that is rated as a whole is no blocker", nil, []profile.Observation{said("patient", "sensitive-information", 4, -1)},
			"blocker", "critical parameters", "", "no perspective rates one"},
		{"a challenge that nothing answers", nil, []profile.Observation{said("nurse", "anxiety-assurance", 3, 1)},
			"oppositional", "anxiety-assurance", "is unopposed: the challenge stands at 0.75, the driver that answers it at 0.25", ""},
		{"a challenge and its driver both strong", nil, []profile.Observation{said("nurse", "anxiety-assurance", 3, 3)},
			"oppositional", "anxiety-assurance", "is contested", ""},
		{"a challenge that is held", nil, []profile.Observation{said("nurse", "anxiety-assurance", 1, 3)},
			"oppositional", "anxiety-assurance", "", "it is held: challenge 0.25, driver 0.75"},
		{"a driver nobody rated", nil, []profile.Observation{said("nurse", "climate-of-caution", 4, -1)},
			"oppositional", "anxiety-assurance", "", "one of its sides is not known"},
		{"groups that differ", nil, []profile.Observation{said("nurse", "consent-and-choice", 4, 0), said("patient", "consent-and-choice", 0, 4)},
			"ambivalent", "consent-and-choice", "mainly between perspectives: nurses -1.00, patients +1.00; so manage the conflict", ""},
		{"one who is torn", nil, []profile.Observation{said("nurse", "consent-and-choice", 4, 4)},
			"ambivalent", "consent-and-choice", "mainly within people; so elicit assumptions", ""},
		{"nobody torn or apart", nil, []profile.Observation{said("nurse", "consent-and-choice", 0, 4), said("patient", "consent-and-choice", 0, 4)},
			"ambivalent", "consent-and-choice", "", "its tension is 0.00, below 0.25"},
		{"a heavy challenge", nil, []profile.Observation{said("nurse", "slow-at-point-of-care", 4, -1)},
			"challenge", "unfit-solution", `is 1.00, most of all "Too slow when the patient is there"; product design, public architecture know the like`, ""},
		{"a light challenge", nil, []profile.Observation{said("nurse", "slow-at-point-of-care", 1, -1)},
			"challenge", "unfit-solution", "", "its burden is 0.25, not above 0.50"},
		{"a weak driver within reach", nil, []profile.Observation{said("nurse", "team-strengths", -1, 1)},
			"driver", "team-strengths", "within reach (control: direct): build it", ""},
		{"a strong driver beyond control", nil, []profile.Observation{said("nurse", "tailwinds", -1, 4)},
			"driver", "tailwinds", "secure it, and prepare for its loss", ""},
		{"a strong driver within reach", nil, []profile.Observation{said("nurse", "team-strengths", -1, 4)},
			"driver", "team-strengths", "", "its strength is 1.00"},
		{"effort on IT, burden elsewhere", effort(9, 1), []profile.Observation{said("nurse", "climate-of-caution", 4, -1)},
			"attention", "social-interaction", "the IT solution gets 90% of the effort and is 0% of the burden", ""},
		{"effort where the burden is", effort(0, 1), []profile.Observation{said("nurse", "climate-of-caution", 4, -1)},
			"attention", "effort", "", "the IT solution gets 0% of the effort"},
		{"no effort declared", nil, []profile.Observation{said("nurse", "climate-of-caution", 4, -1)},
			"attention", "effort", "", "the profile declares no effort by area"},
		{"a perspective without a voice", func(d *profile.Definition) {
			d.Perspectives = []profile.Perspective{{ID: "nurses"}, {ID: "patients"}, {ID: "carers", Name: "Carers"}}
		}, []profile.Observation{said("nurse", "climate-of-caution", 4, -1)},
			"coverage", "carers", "nobody speaks for Carers", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, a := derive(t, row.change, row.in...)
			var reasons, silences []string
			for _, rec := range a.Recommendations {
				for _, r := range append(rec.Also, recommend.Reason{Rule: rec.Rule, Subject: rec.Subject, Because: rec.Because}) {
					if r.Rule == row.rule && r.Subject == row.subject {
						reasons = append(reasons, r.Because)
					}
				}
			}
			for _, s := range a.Silences {
				if s.Rule == row.rule && s.Subject == row.subject {
					silences = append(silences, s.Why)
				}
			}
			if row.because != "" && (len(reasons) == 0 || !strings.Contains(reasons[0], row.because) || len(silences) > 0) {
				t.Errorf("reasons %q, silences %q; want %q", reasons, silences, row.because)
			}
			if row.silence != "" && (len(reasons) > 0 || len(silences) != 1 || !strings.Contains(silences[0], row.silence)) {
				t.Errorf("reasons %q, silences %q; want silence %q", reasons, silences, row.silence)
			}
		})
	}
}

// TestTheDivideChoosesTheAction rates one force so that its tension depends on each thing in turn.
func TestTheDivideChoosesTheAction(t *testing.T) {
	tagged := func(context, goal string, hinders, helps int) profile.Observation {
		o := said("nurse", "consent-and-choice", hinders, helps)
		o.Context, o.Goal = context, goal
		return o
	}
	for _, row := range []struct {
		divide recommend.Divide
		in     []profile.Observation
	}{
		{recommend.Within, []profile.Observation{said("nurse", "consent-and-choice", 4, 4)}},
		{recommend.Perspective, []profile.Observation{said("nurse", "consent-and-choice", 4, 0), said("patient", "consent-and-choice", 0, 4)}},
	} {
		_, a := derive(t, nil, row.in...)
		i := slices.IndexFunc(a.Recommendations, func(r recommend.Recommendation) bool { return r.Rule == "ambivalent" })
		if i < 0 {
			t.Fatalf("%s: nothing recommended", row.divide)
		}
		action, _ := recommend.DefaultLibrary().Action(a.Recommendations[i].Action)
		if !slices.Contains(action.Divides, row.divide) {
			t.Errorf("%s: %s answers %v", row.divide, action.ID, action.Divides)
		}
	}
	// Two people who each see two contexts alike: what they say depends on the context, not on who they are.
	r, _ := derive(t, nil, tagged("day", "", 4, 0), tagged("night", "", 0, 3), func() profile.Observation {
		o := tagged("day", "", 4, 1)
		o.Respondent = "patient"
		return o
	}())
	for _, tension := range r.Tensions() {
		if tension.ID == "consent-and-choice" && tension.On != assess.BetweenPerspectives && tension.On != assess.BetweenContexts {
			t.Errorf("depends on %s: %+v", tension.On, tension.Depends)
		}
	}
}

// cases reads the five coded cases of the program.
func cases(t testing.TB) map[string]*profile.Profile {
	t.Helper()
	paths, err := filepath.Glob("../examples/readiness/cases/*.json")
	if err != nil || len(paths) < 5 {
		t.Fatalf("%d cases, %v", len(paths), err)
	}
	all := map[string]*profile.Profile{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		p, err := profile.ReadJSON(bytes.NewReader(data), profile.Options{Catalogue: framework.Reference(), Input: path})
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(path)] = p
	}
	return all
}

// TestChains holds every recommendation of every case to a chain that is complete and true.
func TestChains(t *testing.T) {
	for name, p := range cases(t) {
		r, a := adviseOn(t, p)
		if len(a.Recommendations) == 0 {
			t.Errorf("%s: nothing is recommended", name)
		}
		for _, rec := range a.Recommendations {
			steps := map[string]int{}
			for _, link := range rec.Chain {
				steps[link.Step]++
				if link.Ref == "" || link.Text == "" {
					t.Errorf("%s: %s: empty link %+v", name, rec.Action, link)
				}
				if link.Step == "observation" {
					i, err := strconv.Atoi(link.Ref)
					if err != nil || !strings.Contains(link.Text, p.Observation(i).Respondent) {
						t.Errorf("%s: %s: observation %+v", name, rec.Action, link)
					}
				}
			}
			if steps["rule"] != 1 || steps["action"] != 1 || rec.Because == "" || len(rec.Sources) == 0 {
				t.Errorf("%s: %s: steps %v, because %q, sources %v", name, rec.Action, steps, rec.Because, rec.Sources)
			}
			for _, s := range rec.Sources {
				if _, ok := r.Scorer().Catalogue().Source(s); !ok {
					t.Errorf("%s: %s: source %s", name, rec.Action, s)
				}
			}
			if rec.WhatIf.Gain < 0 || math.Abs(rec.WhatIf.After.Value-rec.WhatIf.Before.Value-rec.WhatIf.Gain) > 1e-9 {
				t.Errorf("%s: %s: what-if %+v", name, rec.Action, rec.WhatIf)
			}
		}
	}
}

func TestBlockersComeFirst(t *testing.T) {
	_, a := derive(t, nil,
		said("nurse", "no-lawful-basis-settled", 4, -1), said("nurse", "unfit-solution", 4, -1), said("nurse", "added-work", 4, -1))
	if a.Recommendations[0].Rule != "blocker" || a.Recommendations[0].Action != "write-the-lawful-basis" {
		t.Errorf("first is %s by %s", a.Recommendations[0].Action, a.Recommendations[0].Rule)
	}
	seen := map[string]bool{}
	for _, rec := range a.Recommendations {
		if seen[rec.Action] {
			t.Errorf("%s stands twice", rec.Action)
		}
		seen[rec.Action] = true
	}
}

func TestRulesAreDocumented(t *testing.T) {
	for i, r := range recommend.Rules() {
		if r.Number != i+1 || r.ID == "" || r.Title == "" || len(r.Doc) < 80 || r.Basis == "" {
			t.Errorf("rule %d: %+v", i+1, r)
		}
		if again, ok := recommend.RuleByID(r.ID); !ok || again.Number != r.Number {
			t.Errorf("%s is not found by its id", r.ID)
		}
	}
	if len(recommend.Rules()) != 7 {
		t.Errorf("%d rules", len(recommend.Rules()))
	}
}

func BenchmarkDerive(b *testing.B) {
	p := cases(b)["summary-care-record.json"]
	for b.Loop() {
		adviseOn(b, p)
	}
}
