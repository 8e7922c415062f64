// Sobol indices of functions whose indices are known.

package uncertainty

import (
	"math"
	"testing"

	"github.com/hasteslowly/readiness/assess/internal/portable"
)

// uniform gives input i of an experiment a number in 0..1.
func uniform(seed uint64, i int, number uint64) float64 {
	return portable.NewStream(seed, uint64(i), number).Float64()
}

func experiment(seed uint64, inputs []string, f func(x []float64) float64) Experiment {
	return Experiment{Inputs: inputs, New: func() func([]uint64) (float64, bool) {
		x := make([]float64, len(inputs))
		return func(numbers []uint64) (float64, bool) {
			for i, n := range numbers {
				x[i] = uniform(seed, i, n)
			}
			return f(x), true
		}
	}}
}

// ishigami is sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1 over (-pi, pi).
func ishigami(x []float64) float64 {
	at := func(i int) float64 { return 2*math.Pi*x[i] - math.Pi }
	s := math.Sin(at(1))
	return math.Sin(at(0)) + 7*s*s + 0.1*math.Pow(at(2), 4)*math.Sin(at(0))
}

// TestIshigami: the indices follow from the variances of the function's parts (Ishigami & Homma 1990; Saltelli et al. 2008, a = 7, b = 0.1):
// V1 = (1 + b pi^4/5)^2 / 2, V2 = a^2/8, V13 = b^2 pi^8 (1/18 - 1/50).
func TestIshigami(t *testing.T) {
	v1, v2, v13 := math.Pow(1+0.1*math.Pow(math.Pi, 4)/5, 2)/2, 49.0/8, 0.01*math.Pow(math.Pi, 8)*(1.0/18-1.0/50)
	v := v1 + v2 + v13
	first, total := []float64{v1 / v, v2 / v, 0}, []float64{(v1 + v13) / v, v2 / v, v13 / v}
	// The literature prints 0.3139, 0.4424, 0 and 0.5576, 0.4424, 0.2437.
	for i, printed := range []float64{0.3139, 0.4424, 0} {
		if math.Abs(first[i]-printed) > 5e-5 || math.Abs(total[i]-[]float64{0.5576, 0.4424, 0.2437}[i]) > 5e-5 {
			t.Fatalf("input %d: %v and %v by formula, not as printed", i+1, first[i], total[i])
		}
	}
	got, _ := experiment(1, []string{"x1", "x2", "x3"}, ishigami).Sobol(1<<15, 0)
	for i, s := range got {
		if math.Abs(s.First.Value-first[i]) > 0.015 || math.Abs(s.Total.Value-total[i]) > 0.015 {
			t.Errorf("%s: %+v, want %.4f and %.4f", s.Input, s, first[i], total[i])
		}
	}
}

// TestSobolIntervals: the 95% intervals hold Ishigami's indices in most of two hundred experiments, and shrink with the rows.
func TestSobolIntervals(t *testing.T) {
	first, total := []float64{0.31390519, 0.44241114, 0}, []float64{0.55758886, 0.44241114, 0.24368367}
	held, all, widths := 0, 0, map[int]float64{}
	for _, rows := range []int{512, 2048} {
		for seed := range uint64(100) {
			got, _ := experiment(seed, []string{"x1", "x2", "x3"}, ishigami).Sobol(rows, 0)
			for i, s := range got {
				for _, x := range []struct {
					Index
					want float64
				}{{s.First, first[i]}, {s.Total, total[i]}} {
					all++
					if x.Low <= x.want && x.want <= x.High {
						held++
					}
					widths[rows] += x.High - x.Low
				}
			}
		}
	}
	if share := float64(held) / float64(all); share < 0.92 || share > 0.98 {
		t.Errorf("intervals hold %.1f%%, want 95", 100*share)
	}
	if ratio := widths[512] / widths[2048]; ratio < 1.8 || ratio > 2.2 {
		t.Errorf("four times the rows make intervals %.2f times as narrow, want 2", ratio)
	}
}

// TestAdditive: y = x1 + 10 x2, x3 unused: 1/101, 100/101, and 0 exactly, first and total alike.
func TestAdditive(t *testing.T) {
	got, dropped := experiment(2, []string{"x1", "x2", "x3"}, func(x []float64) float64 { return x[0] + 10*x[1] }).Sobol(1<<14, 0)
	want := []float64{1.0 / 101, 100.0 / 101, 0}
	for i, s := range got {
		if math.Abs(s.First.Value-want[i]) > 0.02 || math.Abs(s.Total.Value-want[i]) > 0.02 {
			t.Errorf("%s: %+v, want %v", s.Input, s, want[i])
		}
	}
	if x := got[2]; x.First != (Index{}) || x.Total != (Index{}) || dropped != 0 {
		t.Errorf("an input that is not looked at has %+v", x)
	}
}

// TestSobolUndefined: no variance gives no indices, and rows without a value are counted.
func TestSobolUndefined(t *testing.T) {
	if got, _ := experiment(1, []string{"x"}, func([]float64) float64 { return 3 }).Sobol(256, 0); got != nil {
		t.Errorf("%+v without variance", got)
	}
	e := experiment(1, []string{"x", "y"}, func(x []float64) float64 { return x[0] + x[1] })
	plain := e.New
	e.New = func() func([]uint64) (float64, bool) {
		f := plain()
		return func(n []uint64) (float64, bool) {
			x, _ := f(n)
			return x, x > 0.2
		}
	}
	if got, dropped := e.Sobol(1024, 0); len(got) != 2 || dropped == 0 || dropped > 200 {
		t.Errorf("%+v, %d dropped", got, dropped)
	}
}
