// The analysis as a whole: its parts by other implementations, its bounds, its bytes.

package uncertainty

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework/profile"
)

// TestBCaOfOthers compares acceleration, bias and percentiles with those of scipy, of one sample and of several (testdata/bca.json, made by
// bca.py), and of the R package boot (boot.json, made by boot.R).
func TestBCaOfOthers(t *testing.T) {
	for _, name := range []string{"testdata/bca.json", "testdata/boot.json"} {
		t.Run(name, func(t *testing.T) { compareBCa(t, name) })
	}
}

func compareBCa(t *testing.T, name string) {
	var file struct {
		Cases []struct {
			Name                    string
			Level                   float64
			Without                 [][]float64
			Below, Equal, N         int
			Acceleration, Low, High float64
		}
	}
	data, err := os.ReadFile(name)
	if err == nil {
		err = json.Unmarshal(data, &file)
	}
	if err != nil || len(file.Cases) < 3 {
		t.Fatal(err, len(file.Cases))
	}
	for _, c := range file.Cases {
		a, _ := jackknife{c.Without}.moments()
		low, high := bca(c.Level, bias(c.Below, c.Equal, c.N), a, 0)
		if math.Abs(a-c.Acceleration) > 1e-12 || math.Abs(low-c.Low) > 1e-9 || math.Abs(high-c.High) > 1e-9 {
			t.Errorf("%s: a %v, %v to %v; want %v, %v to %v", c.Name, a, low, high, c.Acceleration, c.Low, c.High)
		}
	}
}

// sparse is a result of a world in which so many of the answers are missing.
func sparse(t testing.TB, seed uint64, each, respondents int, missing float64) *assess.Result {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 3))
	w := newWorld(t, r, each, 3)
	s, err := assess.NewScorer(w.catalogue, assess.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := w.sample(r, respondents)
	d.Observations = slices.DeleteFunc(d.Observations, func(profile.Observation) bool { return r.Float64() < missing })
	return scored(t, s, d)
}

func analyse(t testing.TB, r *assess.Result, o Options) *Analysis {
	t.Helper()
	a, err := Analyse(r, o)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestSameBytes: whatever the number of goroutines and processors, the same seed gives the same bytes; another seed gives others.
func TestSameBytes(t *testing.T) {
	results := []*assess.Result{sparse(t, 1, 2, 4, 0.4), sparse(t, 2, 2, 5, 0.3), sparse(t, 1, 2, 4, 0.2)}
	all := func(o Options) string {
		p, err := NewPortfolio(results[:1:1], o)
		if err == nil {
			t.Fatal("a portfolio of one project", p)
		}
		p, err = NewPortfolio([]*assess.Result{results[0], results[2]}, o)
		if err != nil {
			t.Fatal(err)
		}
		c, err := Compare(results[0], results[1], ChangeOptions{Draws: o.Draws, Seed: o.Seed, Workers: o.Workers})
		if err != nil {
			t.Fatal(err)
		}
		data, err := json.Marshal([]any{analyse(t, results[0], o), p, c})
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	want := all(Options{Draws: 500, Base: 64, Workers: 1})
	for _, workers := range []int{2, 3, 64, 1000} {
		if got := all(Options{Draws: 500, Base: 64, Workers: workers}); got != want {
			t.Errorf("%d workers give other bytes: %s", workers, cmp.Diff(want, got))
		}
	}
	before := runtime.GOMAXPROCS(1)
	one := all(Options{Draws: 500, Base: 64})
	runtime.GOMAXPROCS(before)
	if one != want {
		t.Error("GOMAXPROCS=1 gives other bytes")
	}
	if all(Options{Draws: 500, Base: 64, Seed: 1}) == want {
		t.Error("another seed gives the same bytes")
	}
}

// TestAnalysisHoldsTogether: probabilities add up, intervals hold their medians, drawn readiness stays in the bounds of the result, what to
// ask is missing, over many profiles.
func TestAnalysisHoldsTogether(t *testing.T) {
	for seed := range uint64(12) {
		r := sparse(t, seed, 1+int(seed%3), 1+int(seed%4), []float64{0, 0.3, 0.7, 0.95}[seed%4])
		a := analyse(t, r, Options{Draws: 400, Base: 64, Seed: seed})
		sum := 0.0
		for _, b := range a.Bands {
			sum += b.Probability
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Errorf("seed %d: bands add up to %v", seed, sum)
		}
		for place := range a.Types {
			column, row := 0.0, 0.0
			for k := range a.Types {
				column += a.Types[k].Ranks[place]
				row += a.Types[place].Ranks[k]
			}
			if math.Abs(column-1) > 1e-9 || math.Abs(row-1) > 1e-9 {
				t.Errorf("seed %d: place %d adds up to %v, type %d to %v", seed, place, column, place, row)
			}
		}
		for _, d := range append([]Distribution{a.Readiness, a.Missing}, a.Types[3].Clearance) {
			if !(d.Low <= d.Median && d.Median <= d.High) {
				t.Errorf("seed %d: %+v", seed, d)
			}
		}
		only := analyse(t, r, Options{Draws: 400, Seed: seed, Hold: []Input{Respondents, PerspectiveWeights, TypeWeights, ParameterWeights, Aggregations}})
		if e := r.Readiness(); only.Readiness.Low < e.Low-0.01 || only.Readiness.High > e.High+0.01 {
			t.Errorf("seed %d: missing answers draw readiness from %v to %v, outside %v to %v", seed, only.Readiness.Low, only.Readiness.High, e.Low, e.High)
		}
		m := r.Model()
		trial := m.NewTrial()
		trial.Count(nil)
		for i, q := range a.Ask {
			missing := false
			for s, side := range m.Sides() {
				c := s*len(m.Perspectives()) + slices.Index(m.Perspectives(), q.Perspective)
				missing = missing || side.Parameter == q.Parameter && trial.Cells()[c].Missing() > 0
			}
			if !missing || q.Answers < 1 || q.Narrows <= 0 || i > 0 && q.Width > a.Ask[i-1].Width {
				t.Errorf("seed %d: asks %+v", seed, q)
			}
		}
		if full := seed%4 == 0; full != (len(a.Ask) == 0) {
			t.Errorf("seed %d: %d questions", seed, len(a.Ask))
		}
	}
}

// TestHeld: what does not vary is said, and one who is alone gives no interval.
func TestHeld(t *testing.T) {
	a := analyse(t, sparse(t, 1, 1, 1, 0), Options{Draws: 200, Base: 64, Hold: []Input{Aggregations}})
	if !slices.Equal(a.Held, []Input{Respondents, Missing, Aggregations}) || a.Sampling.Defined() || !strings.Contains(a.Sampling.Undefined, "no perspective has two") {
		t.Errorf("held %v, %+v", a.Held, a.Sampling)
	}
	if len(a.Warnings) != 3 || a.Warnings[0].Kind != OneVoice {
		t.Errorf("%+v", a.Warnings)
	}
	nothing := analyse(t, sparse(t, 1, 1, 1, 0), Options{Draws: 200, Hold: Inputs()})
	if nothing.Readiness.Width() > 0.01 || nothing.Warnings[3].Kind != Certain || len(nothing.Sensitivity) > 0 {
		t.Errorf("%+v", nothing)
	}
}

// TestNothingAnswered: an empty profile has an analysis: readiness anywhere, nothing undefined that is a number.
func TestNothingAnswered(t *testing.T) {
	r := sparse(t, 1, 2, 2, 1)
	a := analyse(t, r, Options{Draws: 2000, Base: 64})
	if a.Sampling.Defined() || a.Missing.Low > 25 || a.Missing.High < 75 || len(a.Ask) == 0 {
		t.Errorf("%+v\n%+v", a.Sampling, a.Missing)
	}
	if _, err := json.Marshal(a); err != nil {
		t.Error(err)
	}
}

// TestOptionsAreChecked: all problems at once.
func TestOptionsAreChecked(t *testing.T) {
	_, err := Analyse(sparse(t, 1, 1, 1, 0), Options{Draws: -1, Base: 3, Level: 2, Hold: []Input{99}, Concentration: -1, Between: []assess.Aggregation{77}})
	for _, want := range []string{"Draws: is -1", "Base: is 3", "Level: is 2", "input(99) is no input", "Concentration: is -1", "aggregation(77) is no aggregation"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

// TestInputNames: every input has a name that reads back.
func TestInputNames(t *testing.T) {
	for _, i := range Inputs() {
		text, err := i.MarshalText()
		var back Input
		if err != nil || back.UnmarshalText(text) != nil || back != i {
			t.Errorf("%v: %q, %v", i, text, err)
		}
	}
	var i Input
	if i.UnmarshalText([]byte("weather")) == nil {
		t.Error("the weather is an input")
	}
}
