// Benchmarks, with their baseline in the same run.

package assess_test

import (
	"math/rand/v2"
	"testing"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework/profile"
)

// big is a profile of 250 parameters by 40 respondents, fully answered.
func big(b testing.TB) (*assess.Scorer, *profile.Profile) {
	c := sized(b, 250)
	p, err := profile.New(answers(c, rand.New(rand.NewPCG(1, 1)), 40, 1))
	if err != nil {
		b.Fatal(err)
	}
	s, err := assess.NewScorer(c, assess.Options{})
	if err != nil {
		b.Fatal(err)
	}
	return s, p
}

// BenchmarkPlainLoop sums the same ratings in a plain loop: the baseline of BenchmarkScore.
func BenchmarkPlainLoop(b *testing.B) {
	_, p := big(b)
	var ratings []float64
	for i := range p.Observations() {
		o := p.Observation(i)
		for _, r := range []profile.Rating{o.Hinders, o.Helps} {
			if v, ok := r.Value(); ok {
				ratings = append(ratings, float64(v))
			}
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		sum := 0.0
		for _, r := range ratings {
			sum += r
		}
		if sum == 0 {
			b.Fatal("nothing summed")
		}
	}
}

// BenchmarkScore scores 10,000 observations through a prepared scorer.
func BenchmarkScore(b *testing.B) {
	s, p := big(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Score(p); err != nil {
			b.Fatal(err)
		}
	}
}

// TestScoreCost holds scoring to at most five plain loops over the same ratings, by the best of a few pairs, and to a handful of allocations: the result.
func TestScoreCost(t *testing.T) {
	if testing.Short() {
		t.Skip("a measurement; -short is used with the race detector, which slows the two unlike")
	}
	best := 1e9
	for try := 0; try < 5 && best > 4; try++ {
		loop, scoring := testing.Benchmark(BenchmarkPlainLoop), testing.Benchmark(BenchmarkScore)
		best = min(best, float64(scoring.NsPerOp())/float64(loop.NsPerOp()))
		if n := scoring.AllocsPerOp(); n > 12 {
			t.Errorf("%d allocations", n)
		}
	}
	t.Logf("scoring costs %.1f plain loops", best)
	if best > 5 {
		t.Errorf("scoring costs %.1f plain loops, more than 5", best)
	}
}
