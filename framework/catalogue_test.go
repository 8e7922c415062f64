// What makes a catalogue, what spoils one, and that it cannot be changed.

package framework_test

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/strict"
)

func small(t testing.TB) framework.Definition {
	t.Helper()
	c, err := framework.Read(strings.NewReader(smallCatalogue))
	if err != nil {
		t.Fatal(err)
	}
	return c.Definition()
}

func TestNewRefuses(t *testing.T) {
	for _, row := range []struct {
		name  string
		spoil func(*framework.Definition)
		want  []string
	}{
		{"no id", func(d *framework.Definition) { d.ID = "" }, []string{"id: \"\" is no id"}},
		{"capital in an id", func(d *framework.Definition) { d.Types[0].Parameters[0].ID = "Fines" }, []string{
			`types[0].parameters[0].id: "Fines" is no id`, `successor: "fines" is no other entry`, `pairings[0].challenges[0]: "fines" is no challenge`}},
		{"id of a type and of a parameter", func(d *framework.Definition) { d.Types[0].ID = "fines" }, []string{`types[0].parameters[0].id: "fines" is used twice`}},
		{"no version", func(d *framework.Definition) { d.Version = "1" }, []string{`version: "1" is no version`}},
		{"no types", func(d *framework.Definition) { d.Types = nil }, []string{"types: is empty"}},
		{"no parameters", func(d *framework.Definition) { d.Types[0].Parameters, d.Types[0].Pairings = nil, nil }, []string{"types[0].parameters: is empty"}},
		{"no form", func(d *framework.Definition) { d.Types[0].Form = 0 }, []string{"types[0].form: is missing", "pairings: are given for the form"}},
		{"pole that does not go with the form", func(d *framework.Definition) { d.Types[0].Parameters[0].Pole = framework.Both }, []string{
			"types[0].parameters[0].pole: both does not go with the form oppositional", "is no challenge of this type"}},
		{"no area", func(d *framework.Definition) { d.Types[0].Parameters[0].Area = 0 }, []string{"types[0].parameters[0].area: is missing"}},
		{"stages out of order", func(d *framework.Definition) {
			d.Types[0].Parameters[0].Stages = []framework.Stage{framework.Pilot, framework.SetUp}
		}, []string{"types[0].parameters[0].stages"}},
		{"locus of a challenge", func(d *framework.Definition) { d.Types[0].Parameters[0].Locus = framework.Beyond }, []string{"locus: is given for a parameter that is no driver"}},
		{"unknown source", func(d *framework.Definition) { d.Types[0].Sources = []string{"nobody-1999"} }, []string{`types[0].sources[0]: "nobody-1999" is no source`}},
		{"nothing to rest on", func(d *framework.Definition) { d.Types[0].Parameters[0].Sources = nil }, []string{"types[0].parameters[0].sources: is missing"}},
		{"published without its sentence", func(d *framework.Definition) { d.Types[0].Parameters[1].Statement = " " }, []string{"types[0].parameters[1].statement: is missing"}},
		{"no provenance", func(d *framework.Definition) { d.Types[0].Provenance = 0 }, []string{"types[0].provenance: is missing"}},
		{"deprecated without a reason", func(d *framework.Definition) { d.Types[0].Parameters[1].Lifecycle.Reason = "" }, []string{"lifecycle.reason: is missing"}},
		{"pairing in a pure type", func(d *framework.Definition) { d.Types[0].Form = framework.PureChallenge }, []string{
			"driver does not go with the form", "pairings: are given for the form pure-challenge"}},
		{"pairing of a challenge", func(d *framework.Definition) { d.Types[0].Pairings[0].Driver = "fines" }, []string{`pairings[0].driver: "fines" is no driver`}},
	} {
		t.Run(row.name, func(t *testing.T) {
			d := small(t)
			row.spoil(&d)
			_, err := framework.New(d)
			problems := strict.Problems(err)
			if len(problems) != len(row.want) {
				t.Fatalf("got %v, want %d problems", err, len(row.want))
			}
			for i, want := range row.want {
				if !strings.Contains(problems[i].Error(), want) {
					t.Errorf("problem %d is %q, want %q in it", i, problems[i].Error(), want)
				}
			}
		})
	}
}

func TestReadPlacesProblems(t *testing.T) {
	_, err := framework.Read(strings.NewReader(strings.Replace(smallCatalogue, `"pole": "driver"`, `"pole": "both"`, 1)))
	want := `line 9, column 52: types[0].parameters[1].pole: both does not go with the form oppositional`
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want %q", err, want)
	}
}

func TestFolderRoundTrip(t *testing.T) {
	c, err := framework.New(small(t))
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{}
	for _, f := range c.Files() {
		folder[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	again, err := framework.ReadFS(folder)
	if err != nil || len(framework.Compare(c, again)) > 0 {
		t.Fatalf("read again: %v", err)
	}
	folder["types/fear.json"].Data = bytes.Replace(folder["types/fear.json"].Data, []byte(`"area": "structure"`), []byte(`"area": "money"`), 1)
	_, err = framework.ReadFS(folder)
	if err == nil || !strings.Contains(err.Error(), `types/fear.json: parameters[0].area: "money" is no area`) {
		t.Errorf("got %v", err)
	}
	delete(folder, "types/fear.json")
	if _, err = framework.ReadFS(folder); err == nil || !strings.Contains(err.Error(), "types/fear.json: cannot be read") {
		t.Errorf("got %v", err)
	}
}

func TestCatalogueIsImmutable(t *testing.T) {
	d := small(t)
	c, err := framework.New(d)
	if err != nil {
		t.Fatal(err)
	}
	before := strict.Marshal(c)
	spoil := func(d *framework.Definition) {
		d.Types[0].Parameters[0].Sources[0] = "spoilt"
		d.Types[0].Pairings[0].Challenges[0] = "spoilt"
		d.Sources[0].ID = "spoilt"
	}
	spoil(&d)
	out := c.Definition()
	spoil(&out)
	for typ := range c.Types() {
		typ.Parameters[0].Stages[0] = framework.SustainedUse
	}
	p, _ := c.Parameter("fines")
	p.Sources[0] = "spoilt"
	if !bytes.Equal(before, strict.Marshal(c)) {
		t.Error("the catalogue was changed from outside")
	}
}

func TestReferenceIsCanonical(t *testing.T) {
	for _, f := range framework.Reference().Files() {
		onDisk, err := os.ReadFile("reference/" + f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(onDisk, f.Data) {
			t.Errorf("reference/%s is not in its canonical form", f.Name)
		}
	}
}

func TestReferenceHoldsThePublishedInvariants(t *testing.T) {
	for _, f := range framework.Reference().Check(framework.PublishedInvariants()) {
		if f.Outcome == "fails" {
			t.Errorf("%s: %s", f.Statement, f.Found)
		}
	}
}

// TestReferenceSize holds the catalogue to the sizes this project set itself: 250 parameters, and 8 from 3 sources in every type.
func TestReferenceSize(t *testing.T) {
	c := framework.Reference()
	if c.Len() < 250 {
		t.Errorf("%d parameters", c.Len())
	}
	for typ := range c.Types() {
		if len(typ.Parameters) < 8 || len(typ.Sources) < 3 {
			t.Errorf("%s has %d parameters from %d sources", typ.ID, len(typ.Parameters), len(typ.Sources))
		}
		if typ.Provenance != framework.Operationalised {
			t.Errorf("%s is said to be %v: names and definitions are this project's", typ.ID, typ.Provenance)
		}
		drivers := 0
		for _, p := range typ.Parameters {
			if p.Pole == framework.Driver {
				drivers++
			}
		}
		if typ.Form == framework.Oppositional && len(typ.Pairings) != drivers {
			t.Errorf("%s: %d of %d drivers say which challenges they answer", typ.ID, len(typ.Pairings), drivers)
		}
	}
}

func TestLoadingTheReferenceIsFast(t *testing.T) {
	if testing.Short() {
		t.Skip("a measurement; -short is used with the race detector")
	}
	best := time.Hour
	for try := 0; try < 100 && best > 5*time.Millisecond; try++ {
		start := time.Now()
		if _, err := framework.ReadFS(os.DirFS("reference")); err != nil {
			t.Fatal(err)
		}
		best = min(best, time.Since(start))
	}
	t.Logf("reading the reference catalogue took %v", best)
	if best > 10*time.Millisecond {
		t.Errorf("reading the reference catalogue took %v, more than 10 ms", best)
	}
}

func BenchmarkReadReference(b *testing.B) {
	folder := os.DirFS("reference")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := framework.ReadFS(folder); err != nil {
			b.Fatal(err)
		}
	}
}

// TestOfAnotherModel builds a catalogue in the shape of the Consolidated Framework for Implementation Research.
func TestOfAnotherModel(t *testing.T) {
	c, err := framework.New(framework.Definition{
		ID: "cfir", Version: "1.0.0", Title: "CFIR-shaped", Language: "en",
		Types: []framework.Type{{
			ID: "inner-setting", Form: framework.Ambivalent, Name: "Inner setting", Provenance: framework.Published, Statement: "a domain of the framework",
			Parameters: []framework.Parameter{{ID: "culture", Name: "Culture", Pole: framework.Both, Area: framework.SocialInteraction, Provenance: framework.Published, Statement: "a construct of the framework"}},
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range c.Check(framework.PublishedInvariants()) {
		if f.Outcome != "does not apply" {
			t.Errorf("%s %s for a catalogue of another model", f.Invariant, f.Outcome)
		}
	}
}

func TestVocabulariesRoundTrip(t *testing.T) {
	trip(t, framework.Forms(), framework.ParseForm)
	trip(t, framework.Poles(), framework.ParsePole)
	trip(t, framework.Areas(), framework.ParseArea)
	trip(t, framework.Loci(), framework.ParseLocus)
	trip(t, framework.Controls(), framework.ParseControl)
	trip(t, framework.Stages(), framework.ParseStage)
	trip(t, framework.Provenances(), framework.ParseProvenance)
	trip(t, framework.Statuses(), framework.ParseStatus)
}

func trip[T interface {
	comparable
	String() string
	MarshalText() ([]byte, error)
}](t *testing.T, all []T, parse func(string) (T, error)) {
	t.Helper()
	var zero T
	if _, err := zero.MarshalText(); err == nil || zero.String() != "" {
		t.Errorf("the zero %T is not unset", zero)
	}
	if _, err := parse(""); err == nil {
		t.Errorf("the empty string is a %T", zero)
	}
	var names []string
	for _, x := range all {
		text, err := x.MarshalText()
		back, parseErr := parse(string(text))
		if err != nil || parseErr != nil || back != x || string(text) != x.String() {
			t.Errorf("%v: %q %v %v", x, text, err, parseErr)
		}
		names = append(names, x.String())
	}
	slices.Sort(names)
	if len(names) == 0 || len(slices.Compact(names)) != len(all) {
		t.Errorf("names of %T: %v", zero, names)
	}
	data, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	var back []T
	if err := json.Unmarshal(data, &back); err != nil || !cmp.Equal(all, back) {
		t.Errorf("%s: %v", data, err)
	}
}
