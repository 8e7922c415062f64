// What makes a profile, what spoils one, and that reading and writing lose nothing.

package profile_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
	"github.com/hasteslowly/readiness/framework/strict"
)

// valid is a definition that each row of a test spoils in one place.
func valid() profile.Definition {
	return profile.Definition{
		Version:      1,
		Project:      profile.Project{Name: "North", Stage: framework.Pilot, At: "2026-11-23", Sources: []string{"a"}, Note: "two\nlines, \"quoted\""},
		Perspectives: []profile.Perspective{{ID: "nurses", Name: "Nurses"}, {ID: "patients"}, {ID: "developers"}},
		Respondents:  []profile.Respondent{{ID: "n1", Perspective: "nurses"}, {ID: "p1", Perspective: "patients"}, {ID: "n2", Perspective: "nurses"}},
		Observations: []profile.Observation{
			{Parameter: "consent", Respondent: "n1", Hinders: profile.Rate(0), Helps: profile.Rate(4), Context: "ward", Goal: "safety", Evidence: "x", At: "2026-11-23T09:00:00Z"},
			{Parameter: "consent", Respondent: "p1", State: profile.DontKnow},
			{Parameter: "money", Respondent: "n2", Hinders: profile.Rate(3), State: profile.Rated, Note: " a, \"b\"\nc "},
			{Parameter: "money", Respondent: "p1", State: profile.NotApplicable},
			{Parameter: "money", Respondent: "n1"},
		},
		Effort: map[framework.Area]float64{framework.ITSolution: 3, framework.Structure: 1},
	}
}

func mustNew(t *testing.T, d profile.Definition) *profile.Profile {
	t.Helper()
	p, err := profile.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestNewRefuses(t *testing.T) {
	for _, row := range []struct {
		name  string
		spoil func(*profile.Definition)
		want  string
	}{
		{"other version", func(d *profile.Definition) { d.Version = 2 }, "version: is 2"},
		{"no name", func(d *profile.Definition) { d.Project.Name = " " }, "project.name: is missing"},
		{"control character", func(d *profile.Definition) { d.Project.Note = "\x1b[2J" }, "project.note: has a control character"},
		{"not UTF-8", func(d *profile.Definition) { d.Project.Setting = "\xff" }, "project.setting: is not UTF-8"},
		{"no date", func(d *profile.Definition) { d.Project.At = "yesterday" }, "project.at: \"yesterday\" is no date"},
		{"perspective twice", func(d *profile.Definition) { d.Perspectives[2].ID = "nurses" }, `perspectives[2].id: "nurses" is given twice`},
		{"perspective unknown", func(d *profile.Definition) { d.Respondents[1].Perspective = "carers" }, `respondents[1].perspective: "carers" is not declared`},
		{"respondent twice", func(d *profile.Definition) { d.Respondents = append(d.Respondents, d.Respondents[0]) }, `respondents[3].id: "n1" is given twice`},
		{"respondent unknown", func(d *profile.Definition) { d.Observations[0].Respondent = "x" }, `observations[0].respondent: "x" is not among`},
		{"no parameter", func(d *profile.Definition) { d.Observations[0].Parameter = "" }, "observations[0].parameter"},
		{"rated without a rating", func(d *profile.Definition) { d.Observations[1].State = profile.Rated }, "observations[1].state: is rated, but"},
		{"rating with don't know", func(d *profile.Definition) { d.Observations[1].Helps = profile.Rate(1) }, "observations[1].state: is don't know, but a rating is given"},
		{"rating out of range", func(d *profile.Definition) { d.Observations[0].Helps = 9 }, "a rating is out of range"},
		{"contradictory is found, not given", func(d *profile.Definition) { d.Observations[1].State = profile.Contradictory }, "cannot be given"},
		{"context with a line break", func(d *profile.Definition) { d.Observations[0].Context = "a\nb" }, "observations[0].context"},
		{"negative effort", func(d *profile.Definition) { d.Effort[framework.Context] = -1 }, "effort.context: is -1"},
		{"no effort at all", func(d *profile.Definition) { clear(d.Effort); d.Effort[framework.Context] = 0 }, "effort: adds up to nothing"},
	} {
		t.Run(row.name, func(t *testing.T) {
			d := valid()
			row.spoil(&d)
			_, err := profile.New(d)
			problems := strict.Problems(err)
			if len(problems) != 1 || !strings.Contains(problems[0].Error(), row.want) {
				t.Errorf("got %v, want one problem with %q", err, row.want)
			}
		})
	}
}

func TestRoundTripsLoseNothing(t *testing.T) {
	p := mustNew(t, valid())
	var asJSON, asCSV, again bytes.Buffer
	if err := p.WriteJSON(&asJSON); err != nil {
		t.Fatal(err)
	}
	fromJSON, err := profile.ReadJSON(bytes.NewReader(asJSON.Bytes()), profile.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := fromJSON.WriteCSV(&asCSV); err != nil {
		t.Fatal(err)
	}
	if header, _, _ := strings.Cut(asCSV.String(), "\n"); header != "parameter,respondent,perspective,hinders,helps,context,goal,state,note,evidence,at" {
		t.Errorf("header %q", header)
	}
	fromCSV, err := profile.ReadCSV(bytes.NewReader(asCSV.Bytes()), profile.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !p.Equal(fromCSV) {
		t.Errorf("JSON to CSV and back: %s", cmp.Diff(p.Definition(), fromCSV.Definition()))
	}
	if err := fromCSV.WriteJSON(&again); err != nil || again.String() != asJSON.String() {
		t.Errorf("the JSON written after both trips differs: %v", err)
	}
}

func TestOrderDoesNotMatter(t *testing.T) {
	d := valid()
	d.Observations = append(d.Observations, profile.Observation{Parameter: "consent", Respondent: "n1", Helps: profile.Rate(1), Context: "home"})
	want := describe(mustNew(t, d))
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		r.Shuffle(len(d.Observations), func(i, j int) { d.Observations[i], d.Observations[j] = d.Observations[j], d.Observations[i] })
		r.Shuffle(len(d.Respondents), func(i, j int) { d.Respondents[i], d.Respondents[j] = d.Respondents[j], d.Respondents[i] })
		r.Shuffle(len(d.Perspectives), func(i, j int) { d.Perspectives[i], d.Perspectives[j] = d.Perspectives[j], d.Perspectives[i] })
		if diff := cmp.Diff(want, describe(mustNew(t, d))); diff != "" {
			t.Fatal(diff)
		}
	}
}

type described struct {
	Parameter, Perspective, Respondent string
	Hinders, Helps                     float64
	State                              string
}

func describe(p *profile.Profile) []described {
	var all []described
	for c := range p.Cells() {
		for k := range c.Len() {
			a := c.At(k)
			id, _ := p.Respondent(int(a.Respondent))
			all = append(all, described{p.Parameters()[c.Parameter], p.Perspectives()[c.Perspective], id, a.Hinders, a.Helps, a.State.String()})
		}
	}
	return all
}

func TestAbsencesAreKeptApart(t *testing.T) {
	got := describe(mustNew(t, valid()))
	want := []described{
		{"consent", "nurses", "n1", 0, 4, "rated"},
		{"consent", "patients", "p1", profile.Unanswered, profile.Unanswered, "don't know"},
		{"money", "nurses", "n1", profile.Unanswered, profile.Unanswered, "not asked"},
		{"money", "nurses", "n2", 3, profile.Unanswered, "rated"},
		{"money", "patients", "p1", profile.Unanswered, profile.Unanswered, "not applicable"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestStatements(t *testing.T) {
	rated := func(hinders, helps int, context string) profile.Observation {
		o := profile.Observation{Parameter: "consent", Respondent: "n1", Context: context}
		if hinders >= 0 {
			o.Hinders = profile.Rate(hinders)
		}
		if helps >= 0 {
			o.Helps = profile.Rate(helps)
		}
		return o
	}
	dontKnow := profile.Observation{Parameter: "consent", Respondent: "n1", State: profile.DontKnow}
	for _, row := range []struct {
		name           string
		in             []profile.Observation
		hinders, helps float64
		state          profile.State
	}{
		{"the same twice counts once", []profile.Observation{rated(2, 1, ""), rated(2, 1, "")}, 2, 1, profile.Rated},
		{"two halves complete each other", []profile.Observation{rated(2, -1, ""), rated(-1, 1, "")}, 2, 1, profile.Rated},
		{"two contexts are averaged", []profile.Observation{rated(1, 0, "day"), rated(4, 0, "night")}, 2.5, 0, profile.Rated},
		{"different ratings contradict", []profile.Observation{rated(1, 0, ""), rated(4, 0, "")}, profile.Unanswered, profile.Unanswered, profile.Contradictory},
		{"a rating and don't know contradict", []profile.Observation{rated(1, 0, ""), dontKnow}, profile.Unanswered, profile.Unanswered, profile.Contradictory},
		{"a contradiction in one context leaves the other", []profile.Observation{rated(1, 0, "day"), rated(4, 0, "day"), rated(3, 0, "night")}, 3, 0, profile.Rated},
		{"a blank beside a rating says nothing", []profile.Observation{rated(1, 0, ""), {Parameter: "consent", Respondent: "n1"}}, 1, 0, profile.Rated},
	} {
		t.Run(row.name, func(t *testing.T) {
			d := valid()
			d.Observations = row.in
			got := describe(mustNew(t, d))
			want := []described{{"consent", "nurses", "n1", row.hinders, row.helps, row.state.String()}}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReadCSVReportsPlaces(t *testing.T) {
	in := strings.Join([]string{
		"parameter,respondent,perspective,hinders,helps,state",
		"consent,n1,nurses,5,,",
		"consent,n2,nurses,1,x,maybe",
		"consent,n1,patients,1,,",
		"consent,,nurses,1,,",
	}, "\n")
	_, err := profile.ReadCSV(strings.NewReader(in), profile.Options{Input: "x.csv"})
	var got []string
	for _, p := range strict.Problems(err) {
		got = append(got, p.Error())
	}
	want := []string{
		`line 2, column 19: hinders: "5" is no rating: a whole number from 0 (not at all) to 4 (very strongly)`,
		`line 3, column 21: helps: "x" is no rating: a whole number from 0 (not at all) to 4 (very strongly)`,
		`line 3, column 23: state: "maybe" is no state: rated, don't know, not applicable or not asked`,
		`line 4, column 12: perspective: respondent "n1" is "patients" here and "nurses" elsewhere; a respondent answers in one perspective; give the second role its own respondent`,
		`line 5, column 9: respondent: is missing; say who answers; a short code will do`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadCSVWantsItsColumns(t *testing.T) {
	_, err := profile.ReadCSV(strings.NewReader("respondent,helpz\n"), profile.Options{})
	for _, want := range []string{`column "parameter" is missing`, `line 1, column 12: column "helpz" is not known; did you mean "helps"?`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

func TestReadCSVOfASpreadsheet(t *testing.T) {
	in := "\ufeffrespondent,parameter,hinders,state\r\nr1,consent, 3 ,\r\nr2,consent,,Don’t know\r\n"
	p, err := profile.ReadCSV(strings.NewReader(in), profile.Options{Input: "mine.csv"})
	if err != nil {
		t.Fatal(err)
	}
	want := []described{
		{"consent", "unknown", "r1", 3, profile.Unanswered, "rated"},
		{"consent", "unknown", "r2", profile.Unanswered, profile.Unanswered, "don't know"},
	}
	if diff := cmp.Diff(want, describe(p)); diff != "" || p.Project().Name != "mine.csv" {
		t.Errorf("%s %s", p.Project().Name, diff)
	}
}

func TestFromSigned(t *testing.T) {
	for _, row := range []struct {
		in             string
		hinders, helps string
		state          profile.State
	}{
		{"2", "0", "4", profile.Rated},
		{"+1", "0", "2", profile.Rated},
		{"0", "0", "0", profile.Rated},
		{"-1", "2", "0", profile.Rated},
		{"-2", "4", "0", profile.Rated},
		{"Mix", "2", "2", profile.Rated},
		{"missing", "", "", profile.NotAsked},
		{"", "", "", profile.NotAsked},
	} {
		hinders, helps, state, err := profile.FromSigned(row.in)
		if err != nil || hinders.String() != row.hinders || helps.String() != row.helps || state != row.state {
			t.Errorf("%q: %v %v %v %v", row.in, hinders, helps, state, err)
		}
	}
	for _, in := range []string{"3", "-3", "1.5", "+-1", "yes"} {
		if _, _, _, err := profile.FromSigned(in); err == nil {
			t.Errorf("%q was read", in)
		}
	}
}

func TestProfileIsImmutable(t *testing.T) {
	d := valid()
	p := mustNew(t, d)
	before := describe(p)
	d.Observations[0].Helps = profile.Rate(0)
	d.Perspectives[0].ID = "changed"
	out := p.Definition()
	out.Observations[0].Helps = profile.Rate(0)
	clear(out.Effort)
	p.Parameters()[0] = "changed"
	p.Project().Sources[0] = "changed"
	if diff := cmp.Diff(before, describe(p)); diff != "" || !slices.Equal(p.Project().Sources, []string{"a"}) {
		t.Error("changed from outside", diff)
	}
	if share, ok := p.Effort(framework.ITSolution); !ok || share != 0.75 {
		t.Errorf("effort %v %v", share, ok)
	}
}

// FuzzReadJSON and FuzzReadCSV: whatever comes in, there is a typed error or a profile that survives the round trip.
func FuzzReadJSON(f *testing.F) {
	var b bytes.Buffer
	p, _ := profile.New(valid())
	_ = p.WriteJSON(&b)
	f.Add(b.Bytes())
	f.Add([]byte(`{"version":1,"project":{"name":"x"},"respondents":[{"id":"a","perspective":"p"}],"observations":[{"parameter":"c","respondent":"a","hinders":5}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := profile.ReadJSON(bytes.NewReader(data), profile.Options{})
		survives(t, p, err)
	})
}

func FuzzReadCSV(f *testing.F) {
	var b bytes.Buffer
	p, _ := profile.New(valid())
	_ = p.WriteCSV(&b)
	f.Add(b.Bytes())
	f.Add([]byte("parameter,respondent,perspective,hinders,helps,context,goal,state,note,evidence,at\nc,a,p,1,2,,,,,,\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := profile.ReadCSV(bytes.NewReader(data), profile.Options{})
		survives(t, p, err)
	})
}

func survives(t *testing.T, p *profile.Profile, err error) {
	t.Helper()
	if err != nil {
		if len(strict.Problems(err)) == 0 {
			t.Fatalf("untyped error %v", err)
		}
		return
	}
	var asJSON, asCSV bytes.Buffer
	if err := p.WriteJSON(&asJSON); err != nil {
		t.Fatal(err)
	}
	fromJSON, err := profile.ReadJSON(&asJSON, profile.Options{})
	if err != nil || !p.Equal(fromJSON) {
		t.Fatalf("JSON loses something: %v", err)
	}
	if err := p.WriteCSV(&asCSV); err != nil {
		t.Fatal(err)
	}
	fromCSV, err := profile.ReadCSV(&asCSV, profile.Options{})
	if err != nil || !p.Equal(fromCSV) {
		t.Fatalf("CSV loses something: %v", err)
	}
}
