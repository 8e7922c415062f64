// The JSON of a result is a promise to dashboards: it is compared with a file that a person can read.

package assess_test

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework/profile"
	"github.com/hasteslowly/readiness/framework/strict"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// TestJSONIsStable scores three people, one of whom does not know, contradicts themselves, and sees no use for a question.
func TestJSONIsStable(t *testing.T) {
	d := full()
	d.Perspectives = []profile.Perspective{{ID: "nurses", Name: "Nurses"}, {ID: "patients"}, {ID: "carers"}}
	d.Observations[2] = profile.Observation{Parameter: "c1", Respondent: "p1", State: profile.DontKnow}
	d.Observations[8] = profile.Observation{Parameter: "d1", Respondent: "p1", State: profile.NotApplicable}
	d.Observations = append(d.Observations, said("p1", "c2", 4, -1))
	got := strict.Marshal(score(t, small(t), d, assess.Options{}))
	const path = "testdata/result.golden.json"
	if *update {
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("differs from %s (%v); see with -update and git diff", path, err)
	}
}
