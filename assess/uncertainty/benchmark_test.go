// What drawing costs: benchmarks over three sizes each way, with the bare pass over the answers in the same run.

package uncertainty

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework/profile"
)

// surveyed is a plan for a profile of about so many observations, a tenth of what was asked missing: 243 parameters, 4 perspectives.
func surveyed(tb testing.TB, observations, draws int) *plan {
	tb.Helper()
	r := rand.New(rand.NewPCG(1, 1))
	w := newWorld(tb, r, 9, 4)
	s, err := assess.NewScorer(w.catalogue, assess.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	d := w.sample(r, max(observations*10/9/243/4, 1))
	d.Observations = slices.DeleteFunc(d.Observations, func(profile.Observation) bool { return r.Float64() < 0.1 })
	return newPlan(scored(tb, s, d).Model(), Options{Draws: draws}.withDefaults())
}

// BenchmarkDraws is linear in draws: compare ns/draw.
func BenchmarkDraws(b *testing.B) {
	for _, draws := range []int{2_500, 10_000, 40_000} {
		b.Run(fmt.Sprint(draws), func(b *testing.B) { benchmark(b, surveyed(b, 10_000, draws)) })
	}
}

// BenchmarkObservations is linear in observations, beside what a draw costs whatever their number.
func BenchmarkObservations(b *testing.B) {
	for _, observations := range []int{10_000, 40_000, 160_000} {
		b.Run(fmt.Sprint(observations), func(b *testing.B) { benchmark(b, surveyed(b, observations, 1000)) })
	}
}

func benchmark(b *testing.B, p *plan) {
	b.ReportAllocs()
	for b.Loop() {
		p.collect(assess.DefaultBands())
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*p.Draws), "ns/draw")
}

// BenchmarkBarePass adds up 10,000 numbers: the baseline of a draw over as many observations.
func BenchmarkBarePass(b *testing.B) {
	x := make([]float64, 10_000)
	for b.Loop() {
		sum := 0.0
		for _, v := range x {
			sum += v
		}
		if sum != 0 {
			b.Fatal(sum)
		}
	}
}

// took is the least time of three.
func took(p *plan) time.Duration {
	least := time.Hour
	for range 3 {
		began := time.Now()
		p.collect(assess.DefaultBands())
		least = min(least, time.Since(began))
	}
	return least
}

// TestDrawCost: 10,000 draws over 10,000 observations within a second on two cores, linear in both, in memory that does not grow.
func TestDrawCost(t *testing.T) {
	if testing.Short() {
		t.Skip("a measurement; -short is used with the race detector and under emulation")
	}
	whole := took(surveyed(t, 10_000, 10_000))
	t.Logf("10,000 draws over 10,000 observations: %.2f s on %d cores, %.1f us a draw", whole.Seconds(), runtime.GOMAXPROCS(0), whole.Seconds()*100)
	if seconds := whole.Seconds() * float64(min(runtime.GOMAXPROCS(0), 2)) / 2; seconds > 1 {
		t.Errorf("%.2f s, more than a second on two cores", seconds)
	}
	few, many := took(surveyed(t, 10_000, 4000)), took(surveyed(t, 10_000, 16_000))
	if ratio := many.Seconds() / few.Seconds(); ratio > 5 {
		t.Errorf("four times the draws take %.1f times as long", ratio)
	}
	few, many = took(surveyed(t, 40_000, 1000)), took(surveyed(t, 160_000, 1000))
	if ratio := many.Seconds() / few.Seconds(); ratio > 5 {
		t.Errorf("four times the observations take %.1f times as long", ratio)
	}
	memory := func(draws int) float64 {
		p := surveyed(t, 10_000, draws)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		p.collect(assess.DefaultBands())
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	if a, b := memory(1000), memory(20_000); b > 1.1*a {
		t.Errorf("20,000 draws allocate %.0f bytes, 1,000 draws %.0f", b, a)
	}
}
