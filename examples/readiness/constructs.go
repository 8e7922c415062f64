// Constructs: tables of ratings -2..+2 under any framework, ranked with bounds.

package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
	"github.com/hasteslowly/readiness/framework/strict"
)

// A ranked project is one column of a table.
type ranked struct {
	Project string `json:"project"`
	// Readiness is 0 to 100, absent when every cell is missing; Low and High are its bounds with every missing cell at -2 and at +2.
	Readiness *float64 `json:"readiness,omitempty"`
	Low       float64  `json:"low"`
	High      float64  `json:"high"`
	// Rated of Constructs cells have a rating; Mixed of them are a mix.
	Rated      int `json:"rated"`
	Mixed      int `json:"mixed"`
	Constructs int `json:"constructs"`
}

func (p program) constructs(a arguments) error {
	name := a.word(0)
	if name == "" {
		return fmt.Errorf("%w: name a CSV file", errUsage)
	}
	in := p.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	projects, err := rankConstructs(name, in)
	if err != nil {
		return err
	}
	if a.flag("json") {
		_, err := p.out.Write(strict.Marshal(projects))
		return err
	}
	p.print("%s: %s, each rated on both sides; a mix keeps both\n\n", filepath.Base(name), counted(projects[0].Constructs, "construct"))
	for i, x := range projects {
		e := assess.Estimate{Low: x.Low / 100, High: x.High / 100, Applicable: x.Constructs}
		value := "   ?"
		if x.Readiness != nil {
			e.Value, e.Known = *x.Readiness/100, true
			value = fmt.Sprintf("%4.0f", *x.Readiness)
		}
		p.print("%2d  %s %s  ▕%s▏  %.0f to %.0f; %d of %d rated, %d mixed\n", i+1, pad(x.Project, 20), value, bar(e, 24), x.Low, x.High, x.Rated, x.Constructs, x.Mixed)
	}
	p.print("\n")
	p.printWrapped(0, "Readiness here is 100 (1 + help - hindrance) / 2, averaged over constructs. Ranks whose bounds overlap can change when the missing cells are filled.")
	return nil
}

// rankConstructs scores every column of a table through the same catalogue, and sorts them by readiness, then low bound, then name.
func rankConstructs(input string, r io.Reader) ([]ranked, error) {
	data, err := strict.ReadAll(input, r, strict.Limits{})
	if err != nil {
		return nil, err
	}
	t, err := strict.ReadTable(input, data, strict.Limits{})
	if err != nil {
		return nil, err
	}
	catalogue, ids, err := constructCatalogue(input, t)
	if err != nil {
		return nil, err
	}
	scorer, err := assess.NewScorer(catalogue, assess.Options{})
	if err != nil {
		return nil, err
	}
	profiles, err := constructProfiles(input, t, ids)
	if err != nil {
		return nil, err
	}
	var all []ranked
	for _, p := range profiles {
		result, err := scorer.Score(p)
		if err != nil {
			return nil, err
		}
		e := result.Readiness()
		x := ranked{Project: p.Project().Name, Low: e.Low, High: e.High, Constructs: len(ids)}
		if e.Known {
			x.Readiness = &e.Value
		}
		for c := range p.Cells() {
			if a := c.At(0); a.State == profile.Rated {
				x.Rated++
				if a.Hinders > 0 && a.Helps > 0 {
					x.Mixed++
				}
			}
		}
		all = append(all, x)
	}
	slices.SortStableFunc(all, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(valueOr(b.Readiness, -1), valueOr(a.Readiness, -1)), cmp.Compare(b.Low, a.Low), cmp.Compare(a.Project, b.Project))
	})
	return all, nil
}

func valueOr(x *float64, otherwise float64) float64 {
	if x == nil {
		return otherwise
	}
	return *x
}

// constructCatalogue makes a catalogue with one ambivalent type whose parameters are the table's first column.
func constructCatalogue(input string, t *strict.Table) (*framework.Catalogue, []string, error) {
	var problems []strict.Problem
	if len(t.Header) < 2 {
		problems = append(problems, t.Problem(0, "has no project", "give a column a project behind the constructs"))
	}
	if len(t.Rows) == 0 {
		problems = append(problems, t.Problem(0, "has no construct", "give a row a construct"))
	}
	typ := framework.Type{
		ID: "all-constructs", Form: framework.Ambivalent, Name: "Constructs", Provenance: framework.Operationalised,
		Statement: "Constructs of another framework, each rated on both sides.",
	}
	var ids []string
	for _, row := range t.Rows {
		id := slug(row.Cells[0])
		switch {
		case id == "":
			problems = append(problems, row.Problem(0, "a construct has no name", "name it"))
		case slices.Contains(ids, id):
			problems = append(problems, row.Problem(0, fmt.Sprintf("%q is given twice", row.Cells[0]), "keep one row"))
		}
		ids = append(ids, id)
		typ.Parameters = append(typ.Parameters, framework.Parameter{
			ID: id, Name: row.Cells[0], Pole: framework.Both, Area: framework.Structure, Provenance: framework.Operationalised,
			Statement: "As named in the table; its area is not known.",
		})
	}
	if len(problems) > 0 {
		return nil, nil, strict.Fail(input, problems)
	}
	c, err := framework.New(framework.Definition{
		ID: "constructs", Version: "1.0.0", Title: "Constructs of " + filepath.Base(input), Language: "en", Types: []framework.Type{typ},
	})
	return c, ids, err
}

// slug makes an id of a name.
func slug(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	id := strings.Join(words, "-")
	return id[:min(len(id), 90)]
}

// constructProfiles makes a profile of every column.
func constructProfiles(input string, t *strict.Table, ids []string) ([]*profile.Profile, error) {
	var problems []strict.Problem
	definitions := make([]profile.Definition, len(t.Header)-1)
	for k := range definitions {
		definitions[k] = profile.Definition{
			Version: profile.FormatVersion, Project: profile.Project{Name: t.Header[k+1]},
			Respondents: []profile.Respondent{{ID: "rater", Perspective: "rater"}},
		}
	}
	for i, row := range t.Rows {
		for k := range definitions {
			o := profile.Observation{Parameter: ids[i], Respondent: "rater"}
			var err error
			if o.Hinders, o.Helps, o.State, err = profile.FromSigned(row.Cells[k+1]); err != nil {
				problems = append(problems, row.Problem(k+1, err.Error(), ""))
			}
			definitions[k].Observations = append(definitions[k].Observations, o)
		}
	}
	if len(problems) > 0 {
		return nil, strict.Fail(input, problems)
	}
	var profiles []*profile.Profile
	for _, d := range definitions {
		p, err := profile.New(d)
		if err != nil {
			return nil, err
		}
		profiles = append(profiles, p)
	}
	return profiles, nil
}
