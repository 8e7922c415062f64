// Properties of scoring over generated profiles: bounded, monotone, free of order; bounds that hold and only ever narrow.

package assess_test

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

const slack = 1e-9 // of 100: readiness is a product of logarithms, monotone but for its last digits

// generated calls check with profiles of many sizes and densities, under each aggregation.
func generated(t *testing.T, check func(t *testing.T, r *rand.Rand, c *framework.Catalogue, s *assess.Scorer, d profile.Definition)) {
	t.Helper()
	c := sized(t, 66)
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 7))
		s, err := assess.NewScorer(c, assess.Options{Between: assess.Aggregations()[seed%3], Within: assess.Aggregations()[seed/3%3]})
		if err != nil {
			t.Fatal(err)
		}
		d := answers(c, r, 1+r.IntN(9), []float64{0.1, 0.5, 0.9, 1}[seed%4])
		check(t, r, c, s, d)
		if t.Failed() {
			t.Fatalf("with seed %d", seed)
		}
	}
}

func scored(t testing.TB, s *assess.Scorer, d profile.Definition) *assess.Result {
	t.Helper()
	p, err := profile.New(d)
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Score(p)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestBounded(t *testing.T) {
	generated(t, func(t *testing.T, _ *rand.Rand, c *framework.Catalogue, s *assess.Scorer, d profile.Definition) {
		r := scored(t, s, d)
		inside(t, "readiness", r.Readiness(), 100)
		inside(t, "exposure", r.Exposure(), 1)
		for _, x := range r.Components() {
			inside(t, x.ID, x.Estimate, 1)
		}
		for _, x := range r.Types() {
			inside(t, x.ID, x.Clearance, 1)
			for _, p := range r.Parameters(x.ID) {
				inside(t, p.ID, p.Hinders, 1)
				inside(t, p.ID, p.Helps, 1)
			}
		}
		for _, x := range r.Tensions() {
			if x.Sharpness() < 0 || x.Sharpness() > 1 || x.Within.Or(0) < -0.5 || x.Within.Or(0) > 1 {
				t.Errorf("tension of %s: %+v", x.ID, x)
			}
			for _, d := range x.Depends {
				if e := d.EtaSquared.Or(0); e < 0 || e > 1 || d.EtaSquared.P != nil && !(*d.EtaSquared.P >= 0 && *d.EtaSquared.P <= 1) {
					t.Errorf("eta squared of %s: %+v", x.ID, d)
				}
			}
		}
	})
}

func inside(t *testing.T, what string, e assess.Estimate, top float64) {
	t.Helper()
	if !(e.Low >= 0 && e.Low <= e.High && e.High <= top) || e.Known && !(e.Low <= e.Value && e.Value <= e.High) || e.Answered > e.Applicable {
		t.Errorf("%s: %+v", what, e)
	}
}

func TestMonotone(t *testing.T) {
	generated(t, func(t *testing.T, r *rand.Rand, _ *framework.Catalogue, s *assess.Scorer, d profile.Definition) {
		before := scored(t, s, d).Readiness()
		for range 20 {
			i := r.IntN(len(d.Observations))
			raised := d
			raised.Observations = slices.Clone(d.Observations)
			o := &raised.Observations[i]
			if v, ok := o.Helps.Value(); ok && v < 4 {
				o.Helps = profile.Rate(v + 1)
				if after := scored(t, s, raised).Readiness(); after.Value < before.Value-slack || after.Low < before.Low-slack || after.High < before.High-slack {
					t.Errorf("raising helps of %s moved readiness from %+v to %+v", o.Parameter, before, after)
				}
			}
			*o = d.Observations[i]
			if v, ok := o.Hinders.Value(); ok && v < 4 {
				o.Hinders = profile.Rate(v + 1)
				if after := scored(t, s, raised).Readiness(); after.Value > before.Value+slack || after.Low > before.Low+slack || after.High > before.High+slack {
					t.Errorf("raising hinders of %s moved readiness from %+v to %+v", o.Parameter, before, after)
				}
			}
		}
	})
}

func TestLessIsNeverNarrower(t *testing.T) {
	generated(t, func(t *testing.T, r *rand.Rand, _ *framework.Catalogue, s *assess.Scorer, d profile.Definition) {
		before := scored(t, s, d).Readiness()
		for range 20 {
			i := r.IntN(len(d.Observations))
			if d.Observations[i].State == profile.NotApplicable {
				continue
			}
			less := d
			less.Observations = slices.Delete(slices.Clone(d.Observations), i, i+1)
			if after := scored(t, s, less).Readiness(); after.Low > before.Low+slack || after.High < before.High-slack {
				t.Errorf("without the answer on %s the bounds went from %+v to %+v", d.Observations[i].Parameter, before, after)
			}
		}
	})
}

// TestBoundsAreReached fills what is missing with the worst and with the best, and finds the bounds.
func TestBoundsAreReached(t *testing.T) {
	c := sized(t, 66)
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 8))
		d := answers(c, r, 5, 0.6)
		s, err := assess.NewScorer(c, assess.Options{})
		if err != nil {
			t.Fatal(err)
		}
		e := scored(t, s, d).Readiness()
		near(t, "low", scored(t, s, filled(c, d, 4, 0)).Readiness().Value, e.Low)
		near(t, "high", scored(t, s, filled(c, d, 0, 4)).Readiness().Value, e.High)
	}
}

// filled gives every missing answer the ratings.
func filled(c *framework.Catalogue, d profile.Definition, hinders, helps int) profile.Definition {
	type slot struct{ parameter, respondent string }
	there := map[slot]int{}
	out := d
	out.Observations = slices.Clone(d.Observations)
	for i, o := range out.Observations {
		there[slot{o.Parameter, o.Respondent}] = i + 1
	}
	for p := range c.Parameters() {
		for _, r := range d.Respondents {
			o := profile.Observation{Parameter: p.ID, Respondent: r.ID}
			if p.Pole.Hinders() {
				o.Hinders = profile.Rate(hinders)
			}
			if p.Pole.Helps() {
				o.Helps = profile.Rate(helps)
			}
			i := there[slot{p.ID, r.ID}]
			switch {
			case i == 0:
				out.Observations = append(out.Observations, o)
			case out.Observations[i-1].State == profile.DontKnow:
				out.Observations[i-1] = o
			}
		}
	}
	return out
}

func TestOrderFree(t *testing.T) {
	generated(t, func(t *testing.T, r *rand.Rand, _ *framework.Catalogue, s *assess.Scorer, d profile.Definition) {
		d.Project.Name = "the same"
		want := numbers(t, scored(t, s, d))
		r.Shuffle(len(d.Observations), func(i, j int) { d.Observations[i], d.Observations[j] = d.Observations[j], d.Observations[i] })
		r.Shuffle(len(d.Respondents), func(i, j int) { d.Respondents[i], d.Respondents[j] = d.Respondents[j], d.Respondents[i] })
		if got := numbers(t, scored(t, s, d)); got != want {
			t.Error("the order of observations or respondents changes the result")
		}
	})
}

// TestOrderOfParametersIsFree turns the catalogue round; sums then run in another order, so that the last digits may differ.
func TestOrderOfParametersIsFree(t *testing.T) {
	c := sized(t, 66)
	d := answers(c, rand.New(rand.NewPCG(1, 9)), 6, 0.8)
	turned := c.Definition()
	slices.Reverse(turned.Types)
	for i := range turned.Types {
		slices.Reverse(turned.Types[i].Parameters)
	}
	other, err := framework.New(turned)
	if err != nil {
		t.Fatal(err)
	}
	a, b := score(t, c, d, assess.Options{}).Readiness(), score(t, other, d, assess.Options{}).Readiness()
	near(t, "value", b.Value, a.Value)
	near(t, "low", b.Low, a.Low)
	near(t, "high", b.High, a.High)
}

// numbers gives the result's JSON without the numbers of observations, which follow their order.
func numbers(t *testing.T, r *assess.Result) string {
	t.Helper()
	d := r.Document()
	strip(&d.Explanation)
	data, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func strip(n *assess.Node) {
	n.Observations = nil
	for i := range n.Parts {
		strip(&n.Parts[i])
	}
}

func TestMovesAreAsIfAnswered(t *testing.T) {
	generated(t, func(t *testing.T, r *rand.Rand, c *framework.Catalogue, s *assess.Scorer, d profile.Definition) {
		p, err := profile.New(d)
		if err != nil {
			t.Fatal(err)
		}
		target := "p0"
		moved, err := s.ScoreMoved(p, []assess.Move{{Parameter: target, Pole: framework.Challenge, Steps: -1}})
		if err != nil {
			t.Fatal(err)
		}
		edited := d
		edited.Observations = slices.Clone(d.Observations)
		for i, o := range edited.Observations {
			if v, ok := o.Hinders.Value(); ok && o.Parameter == target && v > 0 {
				edited.Observations[i].Hinders = profile.Rate(v - 1)
			}
		}
		near(t, "readiness after the move", moved.Readiness().Value, scored(t, s, edited).Readiness().Value)
	})
}

// TestExplanationAddsUp recomputes each weighted mean of an explanation from its parts.
func TestExplanationAddsUp(t *testing.T) {
	generated(t, func(t *testing.T, _ *rand.Rand, c *framework.Catalogue, s *assess.Scorer, d profile.Definition) {
		r := scored(t, s, d)
		for p := range c.Parameters() {
			n, ok := r.Explain(p.ID)
			if !ok {
				t.Fatalf("%s is not explained", p.ID)
			}
			addsUp(t, n)
		}
	})
}

func addsUp(t *testing.T, n assess.Node) {
	t.Helper()
	sum, weights, answered := 0.0, 0.0, 0
	for _, part := range n.Parts {
		w := part.Weight
		if w == 0 {
			w = 1
		}
		if part.Estimate.Known {
			sum += w * part.Estimate.Value
			weights += w
		}
		answered += part.Estimate.Answered
		addsUp(t, part)
	}
	if len(n.Parts) == 0 || n.How == "two sides, kept apart" {
		return
	}
	if answered != n.Estimate.Answered {
		t.Errorf("%s: %d answers below it, %d said", n.ID, answered, n.Estimate.Answered)
	}
	if n.Estimate.Known {
		near(t, n.ID, n.Estimate.Value, sum/weights)
	}
}

// TestNumberIsExplainWithoutItsParts holds the two to the same words and numbers.
func TestNumberIsExplainWithoutItsParts(t *testing.T) {
	generated(t, func(t *testing.T, _ *rand.Rand, c *framework.Catalogue, s *assess.Scorer, d profile.Definition) {
		r := scored(t, s, d)
		ids := []string{"readiness", "challenges", "drivers", "forces", "nothing"}
		for typ := range c.Types() {
			ids = append(ids, typ.ID)
		}
		for p := range c.Parameters() {
			ids = append(ids, p.ID)
		}
		for _, id := range ids {
			short, ok := r.Number(id)
			long, known := r.Explain(id)
			long.Parts = nil
			if ok != known || !reflect.DeepEqual(short, long) {
				t.Errorf("%s: %+v, explained %+v", id, short, long)
			}
		}
	})
}
