// Calibration: how often the intervals hold the truth.

package uncertainty

import (
	"math/rand/v2"
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
		for k, interval := range newPlan(m, Options{Draws: 600, Seed: uint64(run)}.withDefaults()).bootstrap() {
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

func TestCoverage(t *testing.T) {
	for _, n := range []int{3, 5, 10, 20, 40} {
		readiness, types, width := coverage(t, n, 3, 2000)
		t.Logf("%2d respondents in each of 3 perspectives: readiness %.1f%%, types %.1f%%, mean width %.1f", n, 100*readiness, 100*types, width)
	}
}
