// Distributions against published tables and scipy, random numbers against their moments.

package portable

import (
	"math"
	"testing"
)

// TestDistributions has values of scipy 1.10.1 (scipy.stats.f, norm; scipy.special.betainc, gammaln), 16 digits.
func TestDistributions(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"LnGamma(0.5)", LnGamma(0.5), 0.5723649429247},
		{"LnGamma(1)", LnGamma(1), 0.0},
		{"LnGamma(3.7)", LnGamma(3.7), 1.428072326665388},
		{"LnGamma(15)", LnGamma(15), 25.191221182738683},
		{"LnGamma(140.25)", LnGamma(140.25), 551.5133922895548},
		{"Beta(0.3, 2, 3)", Beta(0.3, 2, 3), 0.3483},
		{"Beta(0.9, 0.5, 0.5)", Beta(0.9, 0.5, 0.5), 0.7951672353008662},
		{"Beta(0.01, 10, 2.5)", Beta(0.01, 10, 2.5), 2.7981780613623266e-19},
		{"Beta(0.5, 200, 210)", Beta(0.5, 200, 210), 0.6894852134273876},
		{"Beta(0.2, 0.1, 40)", Beta(0.2, 0.1, 40), 0.999998013587137},
		{"FAbove(3.5, 3, 15)", FAbove(3.5, 3, 15), 0.041941659992835646},
		{"FAbove(0.2, 21.5, 4.25)", FAbove(0.2, 21.5, 4.25), 0.995307536096894},
		{"FAbove(1, 100, 1000)", FAbove(1, 100, 1000), 0.48385636446159974},
		{"FAbove(11.03, 5, 15)", FAbove(11.03, 5, 15), 0.00013437785204911811},
		{"FQuantile(0.975, 5, 18)", FQuantile(0.975, 5, 18), 3.381967805875243},
		{"FQuantile(0.95, 5, 15)", FQuantile(0.95, 5, 15), 2.9012945362361573},
		{"FQuantile(0.025, 18, 5)", FQuantile(0.025, 18, 5), 0.29568584250351937},
		{"FQuantile(0.5, 1, 1)", FQuantile(0.5, 1, 1), 1.0000000000000013},
		{"Normal(0)", Normal(0), 0.5},
		{"Normal(1)", Normal(1), 0.8413447460685429},
		{"Normal(-2.5)", Normal(-2.5), 0.006209665325776132},
		{"Normal(5.5)", Normal(5.5), 0.9999999810104375},
		{"Normal(-6)", Normal(-6), 9.865876450376946e-10},
		{"NormalQuantile(0.05)", NormalQuantile(0.05), -1.6448536269514729},
		{"NormalQuantile(0.975)", NormalQuantile(0.975), 1.959963984540054},
		{"NormalQuantile(0.5)", NormalQuantile(0.5), 0.0},
		{"NormalQuantile(1e-06)", NormalQuantile(1e-06), -4.753424308822899},
	} {
		if math.Abs(c.got-c.want) > 1e-12*math.Max(1, math.Abs(c.want)) {
			t.Errorf("%s = %.16g, want %.16g", c.name, c.got, c.want)
		}
	}
}

// TestQuantilesInvert holds quantiles to be the inverse of their distribution.
func TestQuantilesInvert(t *testing.T) {
	for i := 1; i < 1000; i++ {
		p := float64(i) / 1000
		if got := Normal(NormalQuantile(p)); math.Abs(got-p) > 1e-13 {
			t.Errorf("normal at %v: %v", p, got)
		}
		for _, df := range [][2]float64{{1, 1}, {3, 15}, {21.5, 4.25}, {400, 900}} {
			if got := 1 - FAbove(FQuantile(p, df[0], df[1]), df[0], df[1]); math.Abs(got-p) > 1e-10 {
				t.Errorf("F%v at %v: %v", df, p, got)
			}
		}
	}
}

// TestRandomMoments holds a hundred thousand numbers of each kind to mean and variance, within five standard errors.
func TestRandomMoments(t *testing.T) {
	const n = 100_000
	for _, c := range []struct {
		name           string
		draw           func(*Stream) float64
		mean, variance float64
	}{
		{"uniform", (*Stream).Float64, 0.5, 1.0 / 12},
		{"open", (*Stream).Open, 0.5, 1.0 / 12},
		{"below 7", func(s *Stream) float64 { return float64(s.Below(7)) }, 3, 4},
		{"normal", (*Stream).Normal, 0, 1},
		{"gamma 4", func(s *Stream) float64 { return s.Gamma(4) }, 4, 4},
		{"gamma 0.5", func(s *Stream) float64 { return s.Gamma(0.5) }, 0.5, 0.5},
		{"gamma 1", func(s *Stream) float64 { return s.Gamma(1) }, 1, 1},
	} {
		s := NewStream(1, 2, 3)
		sum, square := 0.0, 0.0
		for range n {
			x := c.draw(s)
			sum += x
			square += (x - c.mean) * (x - c.mean)
		}
		if got, se := sum/n, math.Sqrt(c.variance/n); math.Abs(got-c.mean) > 5*se {
			t.Errorf("%s: mean %v, want %v", c.name, got, c.mean)
		}
		if got := square / n; math.Abs(got-c.variance) > 0.05*c.variance {
			t.Errorf("%s: variance %v, want %v", c.name, got, c.variance)
		}
	}
}

// TestStreamsDiffer looks for streams that begin alike.
func TestStreamsDiffer(t *testing.T) {
	seen := map[uint64]bool{}
	for seed := range uint64(10) {
		for purpose := range uint64(10) {
			for place := range uint64(100) {
				x := NewStream(seed, purpose, place).Uint64()
				if seen[x] {
					t.Fatalf("seed %d, purpose %d, place %d begins like another", seed, purpose, place)
				}
				seen[x] = true
			}
		}
	}
}

func BenchmarkGamma(b *testing.B) {
	s := NewStream(1, 1, 1)
	for b.Loop() {
		s.Gamma(4)
	}
}

func BenchmarkUniform(b *testing.B) {
	s := NewStream(1, 1, 1)
	for b.Loop() {
		s.Float64()
	}
}
