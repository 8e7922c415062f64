// What the shipped library holds, and what a library is refused for.

package recommend_test

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/strict"
	"github.com/hasteslowly/readiness/recommend"
)

var sentence = regexp.MustCompile(`[.!?](\s|$)`)

// TestLibrary holds every action to what this project asks of one: two to four sentences, targets of its own type, sources, and
// at least 70 in all, three a type.
func TestLibrary(t *testing.T) {
	l, c := recommend.DefaultLibrary(), framework.Reference()
	if l.Len() < 70 {
		t.Errorf("%d actions", l.Len())
	}
	ofType := map[string]int{}
	divides := map[recommend.Divide]int{}
	for a := range l.Actions() {
		ofType[a.Type]++
		for _, d := range a.Divides {
			divides[d]++
		}
		if n := len(sentence.FindAllString(a.Do, -1)); n < 2 || n > 4 {
			t.Errorf("%s has %d sentences", a.ID, n)
		}
		if len(a.Do) < 150 {
			t.Errorf("%s is not concrete: %q", a.ID, a.Do)
		}
		if len(a.Sources) == 0 && a.Reasoning == "" {
			t.Errorf("%s rests on nothing", a.ID)
		}
		for _, target := range a.Targets {
			if p, _ := c.Parameter(target.Parameter); p.Type != a.Type {
				t.Errorf("%s of %s targets %s of %s", a.ID, a.Type, p.ID, p.Type)
			}
		}
		if a.Provenance != framework.Operationalised {
			t.Errorf("%s is said to be %v", a.ID, a.Provenance)
		}
	}
	for typ := range c.Types() {
		if ofType[typ.ID] < 3 {
			t.Errorf("%d actions for %s", ofType[typ.ID], typ.ID)
		}
		if typ.Form != framework.Oppositional {
			continue
		}
		strengthens := 0
		for a := range l.Actions() {
			for _, target := range a.Targets {
				if a.Type == typ.ID && target.Pole == framework.Driver {
					strengthens++
					break
				}
			}
		}
		if strengthens < 3 {
			t.Errorf("%d actions strengthen the driver of %s", strengthens, typ.ID)
		}
	}
	for _, d := range recommend.Divides() {
		if divides[d] < 2 {
			t.Errorf("%d actions for the divide %s", divides[d], d)
		}
	}
}

func TestLibraryFilesAreCanonical(t *testing.T) {
	for a := range recommend.DefaultLibrary().Actions() {
		data, err := os.ReadFile("library/" + a.ID + ".json")
		if err != nil || !bytes.Equal(data, strict.Marshal(a)) {
			t.Errorf("library/%s.json is not in its canonical form: %v", a.ID, err)
		}
	}
}

func TestLibraryRefuses(t *testing.T) {
	valid := func() recommend.Action {
		a, _ := recommend.DefaultLibrary().Action("time-the-opening")
		return a
	}
	for _, row := range []struct {
		name  string
		spoil func(*recommend.Action)
		want  string
	}{
		{"no id", func(a *recommend.Action) { a.ID = "Time" }, `[0].id: "Time" is no id`},
		{"nothing to do", func(a *recommend.Action) { a.Do = " " }, "[0].do: is missing"},
		{"unknown type", func(a *recommend.Action) { a.Type = "unfit-solutions" }, `did you mean "unfit-solution"?`},
		{"no targets", func(a *recommend.Action) { a.Targets = nil }, "[0].targets: is empty"},
		{"unknown target", func(a *recommend.Action) { a.Targets[0].Parameter = "slow-at-point-of-car" }, `did you mean "slow-at-point-of-care"?`},
		{"side that is not asked", func(a *recommend.Action) { a.Targets[0].Pole = framework.Driver }, "driver is not a side of slow-at-point-of-care"},
		{"effort that falls", func(a *recommend.Action) { a.Effort = recommend.Range{Low: 5, High: 2} }, "[0].effort_days: is 5 to 2"},
		{"unknown source", func(a *recommend.Action) { a.Sources = []string{"nobody-1999"} }, `"nobody-1999" is no source`},
		{"unknown divide", func(a *recommend.Action) { a.Divides = []recommend.Divide{"mood"} }, `"mood" is no divide`},
		{"rests on nothing", func(a *recommend.Action) { a.Sources, a.Reasoning = nil, "" }, "[0].provenance: is missing, or rests on nothing"},
		{"needs itself", func(a *recommend.Action) { a.Prerequisites = []string{a.ID} }, "lead back to the action itself"},
		{"needs what is not there", func(a *recommend.Action) { a.Prerequisites = []string{"nothing"} }, `"nothing" is no action`},
	} {
		t.Run(row.name, func(t *testing.T) {
			a := valid()
			row.spoil(&a)
			_, err := recommend.NewLibrary(framework.Reference(), []recommend.Action{a})
			if problems := strict.Problems(err); len(problems) != 1 || !strings.Contains(problems[0].Error(), row.want) {
				t.Errorf("got %v, want one problem with %q", err, row.want)
			}
		})
	}
}
