// Overlays: what they change, what they list, and what they refuse.

package framework_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hasteslowly/readiness/framework"
)

func apply(t *testing.T, overlay string) (*framework.Catalogue, []framework.Change, error) {
	t.Helper()
	c, err := framework.New(small(t))
	if err != nil {
		t.Fatal(err)
	}
	o, err := framework.ReadOverlay(strings.NewReader(overlay))
	if err != nil {
		t.Fatal(err)
	}
	return c.Apply(o)
}

func TestOverlayRelabelsTranslatesExtendsAndWithdraws(t *testing.T) {
	made, changes, err := apply(t, `{
	  "base": {"id": "small", "version": "1.0.0"}, "id": "klein", "version": "1.0.0", "language": "de",
	  "add_sources": [{"id": "aal-2021", "citation": "Aal 2021"}],
	  "relabel": [{"id": "fear", "name": "Angst"}, {"id": "fines", "name": "Angst vor Bussen"}],
	  "add_parameters": [{"type": "fear", "parameter": {"id": "blame", "name": "Schuld", "pole": "challenge", "area": "social-interaction", "provenance": "operationalised", "sources": ["aal-2021"]}}],
	  "withdraw": [{"id": "backing", "reason": "doppelt"}]}`)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range changes {
		got = append(got, c.String())
	}
	want := []string{
		"changed catalogue: id: small -> klein",
		"changed catalogue: language: en -> de",
		`changed parameter backing: lifecycle: {"since":"1.0.0","status":"deprecated","reason":"too wide","successor":"fines"} -> {"since":"1.0.0","status":"withdrawn","reason":"doppelt"}`,
		"changed parameter fines: name: Fear of fines -> Angst vor Bussen",
		"changed type fear: name: Fear -> Angst",
		"added parameter blame",
		"added source aal-2021",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if p, _ := made.Parameter("backing"); p.Lifecycle.Scored() {
		t.Error("a withdrawn parameter is still scored")
	}
}

func TestOverlayRefuses(t *testing.T) {
	head := `"id": "mine", "version": "1.0.0"`
	for _, row := range []struct{ name, overlay, want string }{
		{"another base", `{"base": {"id": "small", "version": "2.0.0"}, ` + head + `}`, "base: is small 2.0.0, the catalogue small 1.0.0"},
		{"unknown entry", `{"base": {"id": "small", "version": "1.0.0"}, ` + head + `, "relabel": [{"id": "fera", "name": "x"}], "withdraw": [{"id": "x", "reason": "y"}]}`, "relabel[0].id: \"fera\" is not in the base"},
		{"a catalogue that is not valid", `{"base": {"id": "small", "version": "1.0.0"}, ` + head + `, "replace_types": [{"id": "fear", "form": "pure-driver", "name": "Fear", "provenance": "operationalised", "statement": "x", "parameters": []}]}`, "challenge does not go with the form pure-driver"},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, _, err := apply(t, row.overlay)
			if err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("got %v, want %q", err, row.want)
			}
		})
	}
}

func TestCompareSeesAMove(t *testing.T) {
	d := small(t)
	other := d.Types[0]
	other.ID, other.Pairings, other.Parameters = "worry", nil, other.Parameters[:1:1]
	d.Types[0].Parameters, d.Types[0].Pairings = d.Types[0].Parameters[1:], nil
	d.Types = append(d.Types, other)
	moved, err := framework.New(d)
	if err != nil {
		t.Fatal(err)
	}
	base, _ := framework.New(small(t))
	var got []string
	for _, c := range framework.Compare(base, moved) {
		got = append(got, c.String())
	}
	want := []string{
		"changed parameter fines: type: fear -> worry",
		`changed type fear: pairings: [{"driver":"backing","challenges":["fines"]}] -> `,
		"added type worry",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
