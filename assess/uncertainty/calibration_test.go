// Calibration: how often the intervals hold the truth.

package uncertainty

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/hasteslowly/readiness/assess"
)

// coverage is how often the 90% intervals of readiness, and of types, hold the truth.
func coverage(t *testing.T, respondents, perspectives, runs int) (readiness, types, width float64) {
	t.Helper()
	r := rand.New(rand.NewPCG(11, uint64(respondents)))
	held, heldTypes, ofTypes, sum := 0, 0, 0, 0.0
	var w *world
	var s *assess.Scorer
	var truth []float64
	for run := range runs {
		if run%50 == 0 { // forty worlds
			w = newWorld(t, r, 1, perspectives)
			var err error
			if s, err = assess.NewScorer(w.catalogue, assess.Options{}); err != nil {
				t.Fatal(err)
			}
			truth = w.truth(t, s)
		}
		m := scored(t, s, w.sample(r, respondents)).Model()
		for k, interval := range newPlan(m, Options{Draws: 600, Seed: uint64(run), Workers: 1}.withDefaults()).bootstrap() {
			if !interval.Defined() {
				t.Fatalf("%+v", interval)
			}
			holds := *interval.Low <= truth[k] && truth[k] <= *interval.High
			switch {
			case k == 0 && holds:
				held++
			case k > 0 && holds:
				heldTypes++
			}
			if k == 0 {
				sum += *interval.High - *interval.Low
			} else {
				ofTypes++
			}
		}
	}
	return float64(held) / float64(runs), float64(heldTypes) / float64(ofTypes), sum / float64(runs)
}

// TestCoverage runs 2,000 simulated projects where the bootstrap's assumptions hold - 20 and 40 respondents in each perspective - and fewer for
// the rest of the table in the package's comment. CALIBRATE=1 runs all of it with 2,000.
func TestCoverage(t *testing.T) {
	for _, row := range []struct {
		respondents, perspectives int
		least, most               float64 // of the share of intervals that hold the truth
		always                    bool
	}{
		{3, 3, 0.86, 0.96, false}, {5, 3, 0.86, 0.96, false}, {10, 3, 0.86, 0.94, false}, {20, 3, 0.88, 0.92, true}, {40, 3, 0.88, 0.92, true},
		{3, 1, 0.60, 0.85, false}, {5, 1, 0.80, 0.94, false}, {10, 1, 0.86, 0.96, false}, {20, 1, 0.86, 0.95, false}, {40, 1, 0.86, 0.94, false},
	} {
		t.Run(fmt.Sprintf("%d in each of %d", row.respondents, row.perspectives), func(t *testing.T) {
			t.Parallel()
			runs := 300
			switch {
			case testing.Short():
				runs = 40
			case row.always || os.Getenv("CALIBRATE") != "":
				runs = 2000
			}
			readiness, types, width := coverage(t, row.respondents, row.perspectives, runs)
			t.Logf("%d runs: readiness %.1f%%, types %.1f%%, mean width %.1f", runs, 100*readiness, 100*types, width)
			slack := 0.0 // three standard errors where runs are few
			if runs < 2000 {
				slack = 3 * math.Sqrt(0.09/float64(runs))
			}
			if readiness < row.least-slack || readiness > row.most+slack {
				t.Errorf("readiness is in %.1f%% of the 90%% intervals", 100*readiness)
			}
			if types < row.least-slack || types > row.most+slack {
				t.Errorf("a type's clearance is in %.1f%% of the 90%% intervals", 100*types)
			}
		})
	}
}
