// The checked-in catalogue is exactly what the ledger yields, and nothing of the evidence is lost on the way.

package reference_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/hasteslowly/readiness/coding/reference"
	"github.com/hasteslowly/readiness/framework"
)

func derive(t testing.TB) *reference.Derivation {
	t.Helper()
	d, err := reference.Derive()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestCheckedInCatalogueIsTheLedgers(t *testing.T) {
	d := derive(t)
	files := d.Catalogue.Files()
	for _, f := range files {
		onDisk, err := os.ReadFile(filepath.Join("..", "..", "framework", "reference", f.Name))
		if err != nil || !bytes.Equal(onDisk, f.Data) {
			t.Errorf("framework/reference/%s is not what the ledger yields (%v): run go generate ./framework", f.Name, err)
		}
	}
	types, err := os.ReadDir(filepath.Join("..", "..", "framework", "reference", "types"))
	if err != nil || len(types) != len(files)-1 {
		t.Errorf("%d files of types, the ledger yields %d (%v)", len(types), len(files)-1, err)
	}
	if changes := framework.Compare(framework.Reference(), d.Catalogue); len(changes) > 0 {
		t.Errorf("the embedded catalogue differs: %v", changes[0])
	}
	pages, err := d.Pages()
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		onDisk, err := os.ReadFile(page.Name)
		if err != nil || !bytes.Equal(onDisk, page.Data) {
			t.Errorf("%s is not current (%v): run go generate ./framework", page.Name, err)
		}
	}
}

// TestNothingIsLost counts the evidence again, apart from the funnel: the evidence's README gives 118 sources, 403 challenges, 292 drivers and 98
// two-signed factors in the first wave, and 286, 1,023, 833 and 86 in the second.
func TestNothingIsLost(t *testing.T) {
	d := derive(t)
	n := d.Funnel
	if n.Sources != 118+286 || n.RawChallenges != 403+1023 || n.RawDrivers != 292+833 || n.RawTwoSigned != 98+86 {
		t.Errorf("evidence of %+v", n)
	}
	if n.Undecided != 0 {
		t.Errorf("%d raw parameters are undecided", n.Undecided)
	}
	wholes, placed, out, split := 0, 0, 0, 0
	for _, f := range d.State.Fates() {
		if !bytes.ContainsRune([]byte(f.Raw.ID), '/') {
			wholes++
		}
		switch {
		case f.Halves != nil:
			split++
		case f.Parameter != "":
			placed++
			p, ok := d.Catalogue.Parameter(f.Parameter)
			if !ok || p.Type != f.Type {
				t.Errorf("%s went to %s of %s, which the catalogue does not have there", f.Raw.ID, f.Parameter, f.Type)
			}
		case f.Unplaced && f.Why != "":
			out++
		default:
			t.Errorf("%s has no fate", f.Raw.ID)
		}
	}
	if wholes != 793+1942 || placed != n.Placed || out != n.Unplaced || wholes+split != placed+out {
		t.Errorf("%d wholes, %d placed, %d left out, %d split", wholes, placed, out, split)
	}
}

// TestSourcesAreTheRaws holds every parameter's sources to the union of those of its raw parameters.
func TestSourcesAreTheRaws(t *testing.T) {
	d := derive(t)
	sources := map[string]map[string]bool{}
	raws := map[string]int{}
	for _, f := range d.State.Fates() {
		if f.Parameter != "" {
			if sources[f.Parameter] == nil {
				sources[f.Parameter] = map[string]bool{}
			}
			sources[f.Parameter][f.Raw.Source] = true
			raws[f.Parameter]++
		}
	}
	for p := range d.Catalogue.Parameters() {
		if len(p.Sources) != len(sources[p.ID]) || p.Raw != raws[p.ID] {
			t.Errorf("%s has %d sources of %d raw parameters, its raw parameters %d of %d", p.ID, len(p.Sources), p.Raw, len(sources[p.ID]), raws[p.ID])
		}
		for _, s := range p.Sources {
			if !sources[p.ID][s] {
				t.Errorf("%s names %s, from which it has no raw parameter", p.ID, s)
			}
		}
	}
}

func TestEveryDecisionSaysWhoAndWhy(t *testing.T) {
	for i, e := range derive(t).Ledger {
		if e.Who == "" || len(e.Why) < 5 {
			t.Errorf("entry %d: who %q, why %q", i+1, e.Who, e.Why)
		}
	}
}

func ExampleDerive() {
	d, err := reference.Derive()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Funnel.Parameters, "parameters of", d.Funnel.Sources, "sources")
	// Output: 528 parameters of 404 sources
}

func BenchmarkDerive(b *testing.B) {
	for b.Loop() {
		derive(b)
	}
}
