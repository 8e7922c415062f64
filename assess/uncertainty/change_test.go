// Change: reliable when there is some, seldom when there is none, on common ground only, refused where methods differ.

package uncertainty

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// TestReliableChangeIndex has the example of Jacobson & Truax 1991 (before 47.5, after 32.5; standard error of the difference 4.74, index 3.16, as
// printed there and in the documentation of the R package that reproduces it), with standard deviation 7.5 and reliability 0.80.
func TestReliableChangeIndex(t *testing.T) {
	index, ok := ReliableChange(47.5, 32.5, 7.5, 0.80)
	if !ok || math.Abs(index+3.16) > 0.005 {
		t.Errorf("index %v %v, want -3.16", index, ok)
	}
	if got := -15 / index; math.Abs(got-4.74) > 0.005 {
		t.Errorf("standard error of the difference %v, want 4.74", got)
	}
	for _, bad := range [][2]float64{{0, 0.8}, {7.5, 1}, {7.5, -0.1}, {math.NaN(), 0.5}} {
		if _, ok := ReliableChange(1, 2, bad[0], bad[1]); ok {
			t.Errorf("defined with %v", bad)
		}
	}
}

func compare(t testing.TB, before, after *assess.Result, o ChangeOptions) *Change {
	t.Helper()
	c, err := Compare(before, after, o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestChangeOfNothing: two samples of one population change reliably in about one of twenty comparisons at the level 0.95.
func TestChangeOfNothing(t *testing.T) {
	runs := 400
	if testing.Short() {
		runs = 60
	}
	r := rand.New(rand.NewPCG(3, 9))
	reliable, types, all := 0, 0, 0
	for run := range runs {
		w := newWorld(t, r, 1, 3)
		s, err := assess.NewScorer(w.catalogue, assess.Options{})
		if err != nil {
			t.Fatal(err)
		}
		// Other people each time: a name of their own.
		later := w.sample(r, 8)
		for i := range later.Respondents {
			later.Respondents[i].ID += "-later"
		}
		for i := range later.Observations {
			later.Observations[i].Respondent += "-later"
		}
		c := compare(t, scored(t, s, w.sample(r, 8)), scored(t, s, later), ChangeOptions{Draws: 400, Seed: uint64(run)})
		if len(c.Paired) != 0 || c.Common != c.Answered {
			t.Fatalf("%+v", c)
		}
		if c.Readiness.Verdict != NoReliable {
			reliable++
		}
		for _, d := range c.Types {
			all++
			if d.Verdict != NoReliable {
				types++
			}
		}
	}
	share, ofTypes := float64(reliable)/float64(runs), float64(types)/float64(all)
	t.Logf("of nothing: readiness changes reliably in %.1f%%, a type in %.1f%%", 100*share, 100*ofTypes)
	if share > 0.05+3*math.Sqrt(0.05/float64(runs)) || ofTypes > 0.07 {
		t.Error("too often")
	}
}

// better is the same people later, each of whose answers on some types is a step better.
func better(d profile.Definition, c *framework.Catalogue, types ...string) profile.Definition {
	later := d
	later.Observations = slices.Clone(d.Observations)
	for i := range later.Observations {
		o := &later.Observations[i]
		if p, _ := c.Parameter(o.Parameter); !slices.Contains(types, p.Type) {
			continue
		}
		if v, ok := o.Hinders.Value(); ok && v > 0 {
			o.Hinders = profile.Rate(v - 1)
		}
		if v, ok := o.Helps.Value(); ok && v < 4 {
			o.Helps = profile.Rate(v + 1)
		}
	}
	return later
}

// TestChangeOfSomething: the same people, a step better on two types: those two are better, reliably, and no other.
func TestChangeOfSomething(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 9))
	w := newWorld(t, r, 2, 3)
	s, _ := assess.NewScorer(w.catalogue, assess.Options{})
	d := w.sample(r, 6)
	c := compare(t, scored(t, s, d), scored(t, s, better(d, w.catalogue, "t3", "t20")), ChangeOptions{Draws: 1000})
	if len(c.Paired) != 3 || c.Readiness.Verdict != Better {
		t.Errorf("paired %v, readiness %+v", c.Paired, c.Readiness)
	}
	for _, d := range c.Types {
		switch want := d.ID == "t3" || d.ID == "t20"; {
		case want && d.Verdict != Better:
			t.Errorf("%s: %+v", d.ID, d)
		case !want && (*d.Change != 0 || d.Verdict == Better || d.Verdict == Worse):
			t.Errorf("%s: %+v", d.ID, d)
		}
	}
	back := compare(t, scored(t, s, better(d, w.catalogue, "t3")), scored(t, s, d), ChangeOptions{Draws: 1000})
	if back.Types[3].Verdict != Worse {
		t.Errorf("%+v", back.Types[3])
	}
}

// TestCommonGround: other questions are no change.
func TestCommonGround(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 9))
	w := newWorld(t, r, 3, 2)
	s, _ := assess.NewScorer(w.catalogue, assess.Options{})
	d := w.sample(r, 5)
	part := func(last byte) profile.Definition {
		some := d
		some.Observations = slices.DeleteFunc(slices.Clone(d.Observations), func(o profile.Observation) bool { return o.Parameter[len(o.Parameter)-1] == last })
		return some
	}
	before, after := scored(t, s, part('0')), scored(t, s, part('1'))
	c := compare(t, before, after, ChangeOptions{Draws: 200})
	if before.Readiness().Value == after.Readiness().Value {
		t.Fatal("the profiles do not differ")
	}
	if *c.Readiness.Change != 0 || c.Common >= c.Answered || c.Common == 0 {
		t.Errorf("%+v, %d of %d", c.Readiness, c.Common, c.Answered)
	}
	nothing := compare(t, scored(t, s, profile.Definition{Version: 1, Project: profile.Project{Name: "Empty"}}), after, ChangeOptions{Draws: 200})
	if nothing.Readiness.Verdict != CannotTell || nothing.Common != 0 || len(nothing.Warnings) == 0 {
		t.Errorf("%+v", nothing)
	}
}

// TestOneVoiceCannotTell: with one respondent a perspective there is no standard error.
func TestOneVoiceCannotTell(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 9))
	w := newWorld(t, r, 1, 3)
	s, _ := assess.NewScorer(w.catalogue, assess.Options{})
	c := compare(t, scored(t, s, w.sample(r, 1)), scored(t, s, w.sample(r, 1)), ChangeOptions{Draws: 200})
	if c.Readiness.Verdict != CannotTell || c.Readiness.Change == nil || !strings.Contains(c.Readiness.Undefined, "no perspective has two respondents") {
		t.Errorf("%+v", c.Readiness)
	}
}

// TestRefused: differing catalogues and methods are refused with all their differences, or bridged and said.
func TestRefused(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	w := newWorld(t, r, 2, 2)
	d := w.sample(r, 4)
	s, _ := assess.NewScorer(w.catalogue, assess.Options{})
	definition := w.catalogue.Definition()
	definition.Version = "2.0.0"
	definition.Types[0].Parameters = definition.Types[0].Parameters[:1]
	next, err := framework.New(definition)
	if err != nil {
		t.Fatal(err)
	}
	other, err := assess.NewScorer(next, assess.Options{Between: assess.Arithmetic, TypeWeights: map[string]float64{"t1": 2}})
	if err != nil {
		t.Fatal(err)
	}
	fewer := d
	fewer.Observations = slices.DeleteFunc(slices.Clone(d.Observations), func(o profile.Observation) bool { return o.Parameter == "p0-1" })
	before, after := scored(t, s, d), scored(t, other, fewer)
	_, err = Compare(before, after, ChangeOptions{})
	for _, want := range []string{"the catalogue was sized 1.0.0 and is sized 2.0.0", "the option Between was geometric and is arithmetic", "the option TypeWeights was", "ask for a bridge"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	if _, err := NewPortfolio([]*assess.Result{before, after}, Options{}); err == nil || !strings.Contains(err.Error(), "sized 2.0.0") {
		t.Errorf("a portfolio of two methods: %v", err)
	}
	c := compare(t, before, after, ChangeOptions{Draws: 200, Bridge: true})
	if len(c.Bridged) != 3 || c.Common != c.Answered-2 || *c.Types[0].Change != 0 {
		t.Errorf("%v, %d of %d, %+v", c.Bridged, c.Common, c.Answered, c.Types[0])
	}
}
