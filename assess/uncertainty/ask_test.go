// What to ask next, checked by really asking; and intervals over missing answers, checked by looking at the answers.

package uncertainty

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework/profile"
)

// A quiz is a project all of whose answers are known to us, and some to the analysis. Questions are asked of whole perspectives.
type quiz struct {
	scorer *assess.Scorer
	full   profile.Definition
	known  map[[2]string]bool // by parameter and perspective
	of     map[string]string  // the perspective of a respondent
}

// newQuiz hides questions: some types and some perspectives were hardly asked, some perspectives are large and some small.
func newQuiz(t testing.TB, seed uint64) *quiz {
	r := rand.New(rand.NewPCG(seed, 21))
	w := newWorld(t, r, uneven, 4)
	s, err := assess.NewScorer(w.catalogue, assess.Options{})
	if err != nil {
		t.Fatal(err)
	}
	q := &quiz{scorer: s, full: w.sample(r, 1), known: map[[2]string]bool{}, of: map[string]string{}}
	for i, who := range w.perspectives { // one person in the first, up to four in the last
		more := w.sample(r, i)
		for _, x := range more.Respondents {
			if x.Perspective == who {
				x.ID += "-more"
				q.full.Respondents = append(q.full.Respondents, x)
			}
		}
		for _, o := range more.Observations {
			if o.Respondent[:len(who)] == who {
				o.Respondent += "-more"
				q.full.Observations = append(q.full.Observations, o)
			}
		}
	}
	for _, x := range q.full.Respondents {
		q.of[x.ID] = x.Perspective
	}
	heard := map[string]float64{}
	for i, k := range r.Perm(len(w.perspectives)) {
		heard[w.perspectives[k]] = []float64{0.1, 0.6, 0.8, 1}[i]
	}
	for typ := range w.catalogue.Types() {
		asked := []float64{0.2, 0.6, 1}[r.IntN(3)]
		for _, p := range typ.Parameters {
			for _, who := range w.perspectives {
				q.known[[2]string{p.ID, who}] = r.Float64() < asked*heard[who]
			}
		}
	}
	return q
}

// result is what is known so far.
func (q *quiz) result(t testing.TB) *assess.Result {
	d := q.full
	d.Observations = slices.DeleteFunc(slices.Clone(d.Observations), func(o profile.Observation) bool { return !q.known[[2]string{o.Parameter, q.of[o.Respondent]}] })
	return scored(t, q.scorer, d)
}

func (q *quiz) width(t testing.TB) float64 {
	a := newPlan(q.result(t).Model(), Options{}.withDefaults())
	d, _ := a.ask()
	return d.Width()
}

// unknown lists the questions that are open, most missing answers first, then by name.
func (q *quiz) unknown() [][2]string {
	sizes := map[string]int{}
	for _, p := range q.of {
		sizes[p]++
	}
	var all [][2]string
	for key, known := range q.known {
		if !known {
			all = append(all, key)
		}
	}
	slices.SortFunc(all, func(a, b [2]string) int {
		if d := sizes[b[1]] - sizes[a[1]]; d != 0 {
			return d
		}
		return slices.Compare(a[:], b[:])
	})
	return all
}

// TestAskingNarrows asks twenty questions, in fours, by advice, at random, and where most answers are missing, and compares how much
// narrower the interval over missing answers has become.
func TestAskingNarrows(t *testing.T) {
	if testing.Short() {
		t.Skip("many analyses")
	}
	const projects, rounds, each = 8, 5, 4
	var narrowed [3]float64
	ahead, promised := 0, 0.0
	for seed := range uint64(projects) {
		var by [3]float64
		for strategy := range by {
			q := newQuiz(t, seed)
			r := rand.New(rand.NewPCG(seed, 5))
			before := q.width(t)
			for range rounds {
				var next [][2]string
				switch strategy {
				case 0:
					_, questions := newPlan(q.result(t).Model(), Options{}.withDefaults()).ask()
					for _, x := range questions[:min(each, len(questions))] {
						next = append(next, [2]string{x.Parameter, x.Perspective})
						promised += x.Narrows
					}
				case 1:
					next = q.unknown()
					r.Shuffle(len(next), func(i, j int) { next[i], next[j] = next[j], next[i] })
				case 2:
					next = q.unknown()
				}
				for _, key := range next[:min(each, len(next))] {
					q.known[key] = true
				}
			}
			by[strategy] = before - q.width(t)
			narrowed[strategy] += by[strategy]
		}
		if by[0] > max(by[1], by[2]) {
			ahead++
		}
	}
	t.Logf("twenty questions narrow the interval by %.1f points by advice, %.1f at random, %.1f where most is missing: %.1f and %.1f times as much; ahead of both in %d of %d projects; promised were %.1f",
		narrowed[0]/projects, narrowed[1]/projects, narrowed[2]/projects, narrowed[0]/narrowed[1], narrowed[0]/narrowed[2], ahead, projects, promised/projects)
	if ratio := promised / narrowed[0]; ratio < 0.6 || ratio > 1.7 {
		t.Errorf("promised is %.2f times what came", ratio)
	}
	if narrowed[0] < 1.5*narrowed[1] || narrowed[0] < 1.5*narrowed[2] || ahead < projects*3/4 {
		t.Error("the advice is not well ahead")
	}
}

// TestMissingCoverage: the 90% interval over missing answers holds what readiness is when everybody has answered.
func TestMissingCoverage(t *testing.T) {
	held, width := 0, 0.0
	const projects = 100
	if testing.Short() {
		t.Skip("many analyses")
	}
	for seed := range uint64(projects) {
		q := newQuiz(t, 1000+seed)
		d, _ := newPlan(q.result(t).Model(), Options{}.withDefaults()).ask()
		for key := range q.known {
			q.known[key] = true
		}
		if x := q.result(t).Readiness().Value; d.Low <= x && x <= d.High {
			held++
		}
		width += d.Width()
	}
	t.Logf("readiness with all answers is in the interval in %.1f%% of %d projects, most of whose questions were open; mean width %.1f", 100*float64(held)/projects, projects, width/projects)
	if held < projects*88/100 {
		t.Error("the interval over missing answers is too narrow")
	}
}
