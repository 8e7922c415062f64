// What to ask next: the questions whose answers would narrow the interval most.

package uncertainty

import (
	"cmp"
	"math"
	"slices"
)

// A Question is a parameter that a perspective has not answered, or not all of its respondents.
type Question struct {
	// Parameter is the id of a parameter or, where its type was rated as a whole, of the type.
	Parameter   string `json:"parameter"`
	Name        string `json:"name"`
	Type        string `json:"type"`
	Perspective string `json:"perspective"`
	// Answers is how many are missing. A perspective for which nobody speaks lacks one.
	Answers int `json:"answers"`
	// Narrows is by how much the interval of readiness over missing answers is expected to become shorter when this is answered after all questions
	// before it, and Width is its length then.
	Narrows float64 `json:"narrows"`
	Width   float64 `json:"width"`
}

const (
	questions    = 10   // are listed
	askDraws     = 4096 // are looked at, or as many as there are
	candidates   = 240  // questions are compared in earnest
	alikeInARow  = 3    // candidates at most of one type and perspective, which stand for the others
	columnsAtOne = 2    // sides of a parameter
)

// An open question, by its cells.
type open struct {
	side, typ, perspective int               // side is one of the parameter's
	cells                  [columnsAtOne]int // -1 where there is none
	worth                  float64
	whole, gone            bool
}

// ask orders questions by forward selection: each next one is that whose drawn answers explain most of the variance of readiness that
// those before it leave (the share r^2 of the linear regression on the drawn answers). An interval whose variance falls to the
// share 1-R^2 becomes sqrt(1-R^2) times as long. What other questions of a type would add after one of them is answered is
// less, since its answer says something about theirs; the urns of missing answers know that.
//
// Only missing answers vary: questions do not change judgements about weights, nor who was asked.
func (p *plan) ask() (Distribution, []Question) {
	p = p.only(Missing)
	draws := min(p.Draws, askDraws)
	all := p.open()
	x := p.couple(draws)
	d := p.describe(x.readings, &x.spread)
	for i := range all {
		for _, c := range all[i].cells {
			if c >= 0 {
				all[i].worth += x.squared(c)
			}
		}
	}
	if !p.vary[Missing] {
		return d, []Question{}
	}
	p.even(all)
	some := leading(all, len(p.strata))
	first, second := p.columns(some, draws)
	return d, p.forward(some, first, second, d.Width())
}

// open lists the questions that are open.
func (p *plan) open() []open {
	t := p.model.NewTrial()
	t.Count(nil)
	perspectives := len(p.strata)
	var all []open
	at := map[[2]int]int{}
	whole := wholes(p.model, t.Cells())
	for s, side := range p.model.Sides() {
		for who := range perspectives {
			c := s*perspectives + who
			if t.Cells()[c].Missing() <= 0 {
				continue
			}
			key := [2]int{side.Number, who}
			if whole[s] {
				key[0] = -1 - side.Type
			}
			i, seen := at[key]
			if !seen {
				i = len(all)
				at[key] = i
				all = append(all, open{side: s, typ: side.Type, perspective: who, whole: whole[s], cells: [columnsAtOne]int{-1, -1}})
			}
			if pole := poleOf(side); all[i].cells[pole] < 0 {
				all[i].cells[pole] = c
			}
		}
	}
	return all
}

// eachFilled draws and visits readiness, less 50, and what was filled into each cell.
func (p *plan) eachFilled(draws int, visit func(draw int, y float64, filled []float64)) {
	type worker struct {
		*drawer
		filled []float64
	}
	inBlocks(draws, p.Workers, func() worker {
		d := p.drawer()
		d.urns.record = make([]float64, p.model.Cells())
		return worker{d, d.urns.record}
	}, func(w worker, _, from, to int) {
		for i := from; i < to; i++ {
			numbers := same(uint64(i))
			if readiness, known := w.draw(&numbers); known {
				visit(i, readiness-50, w.filled)
			}
		}
	}, func(worker) {})
}

// even gives questions that nothing told apart - of one type and perspective, with as many sides open and as many perspectives that answered -
// their mean worth, which is less a matter of the draws.
func (p *plan) even(all []open) {
	type key struct{ typ, perspective, cells, answered int }
	keys, sums, n := make([]key, len(all)), map[key]float64{}, map[key]float64{}
	for i, q := range all {
		k := key{q.typ, q.perspective, 0, 0}
		for _, c := range q.cells {
			if c < 0 {
				continue
			}
			k.cells++
			first := c - c%len(p.strata)
			for other := first; other < first+len(p.strata); other++ {
				if p.given[other] > 0 {
					k.answered++
				}
			}
		}
		keys[i] = k
		sums[k] += q.worth
		n[k]++
	}
	for i, k := range keys {
		all[i].worth = sums[k] / n[k]
	}
}

// leading takes the most worth, a few of each type and perspective.
func leading(all []open, perspectives int) []open {
	slices.SortStableFunc(all, func(a, b open) int { return cmp.Compare(b.worth, a.worth) })
	alike := map[int]int{}
	var some []open
	for _, q := range all {
		key := q.typ*perspectives + q.perspective
		if alike[key]++; alike[key] <= alikeInARow && len(some) < candidates {
			some = append(some, q)
		}
	}
	return some
}

// columns are readiness, first, and what was drawn for the cells of the questions, by draw; each less its mean. The draws come in two
// halves: questions are chosen on the first and judged on the second, lest the luck of the chosen be taken for worth.
func (p *plan) columns(some []open, draws int) (first, second [][]float64) {
	columns := make([][]float64, 1+columnsAtOne*len(some))
	for i := range columns {
		columns[i] = make([]float64, draws)
	}
	p.eachFilled(draws, func(draw int, y float64, filled []float64) {
		columns[0][draw] = y
		for i, q := range some {
			for k, c := range q.cells {
				if c >= 0 {
					columns[1+columnsAtOne*i+k][draw] = filled[c]
				}
			}
		}
	})
	for _, x := range columns {
		first, second = append(first, centred(x[:draws/2])), append(second, centred(x[draws/2:]))
	}
	return first, second
}

func centred(x []float64) []float64 {
	mean := average(x)
	for i := range x {
		x[i] -= mean
	}
	return x
}

// forward selects questions, one after the other, and takes their columns out of all that is left.
func (p *plan) forward(some []open, first, second [][]float64, width float64) []Question {
	whole := dot(second[0], second[0])
	left := whole
	asked := []Question{}
	for len(asked) < questions && whole > 0 {
		best := explains(some, first)
		if best < 0 {
			break
		}
		some[best].gone = true
		for k := range columnsAtOne {
			takeOut(first, first[1+columnsAtOne*best+k])
			takeOut(second, second[1+columnsAtOne*best+k])
		}
		after := dot(second[0], second[0])
		if after > left*(1-1e-4) {
			continue // it was luck
		}
		q := p.question(some[best])
		q.Narrows, q.Width = float64(width*(math.Sqrt(left/whole)-math.Sqrt(after/whole))), float64(width*math.Sqrt(after/whole))
		asked = append(asked, q)
		left = after
	}
	return asked
}

// explains finds the question whose columns explain most of what is left of readiness, or -1 when none explains more than chance would.
func explains(some []open, columns [][]float64) int {
	y := columns[0]
	best, most := -1, 3*dot(y, y)/float64(len(y))
	for i := range some {
		if some[i].gone {
			continue
		}
		gain := 0.0
		for k := range columnsAtOne {
			if x := columns[1+columnsAtOne*i+k]; dot(x, x) > 1e-9*float64(len(x)) {
				r := dot(x, y)
				gain += float64(r*r) / dot(x, x)
			}
		}
		if gain > most {
			best, most = i, gain
		}
	}
	return best
}

// question names what is open.
func (p *plan) question(x open) Question {
	t := p.model.NewTrial()
	t.Count(nil)
	answers := 0.0
	for _, c := range x.cells {
		if c >= 0 {
			answers = max(answers, t.Cells()[c].Missing())
		}
	}
	typ := p.model.Types()[x.typ]
	parameter, _ := p.model.Scorer().Catalogue().Parameter(p.model.Sides()[x.side].Parameter)
	q := Question{Parameter: parameter.ID, Name: parameter.Name, Type: typ.ID, Perspective: p.model.Perspectives()[x.perspective], Answers: int(answers)}
	if x.whole {
		q.Parameter, q.Name = typ.ID, typ.Name
	}
	return q
}

// takeOut makes all columns orthogonal to one of them.
func takeOut(columns [][]float64, x []float64) {
	square := dot(x, x)
	if square <= 1e-9*float64(len(x)) {
		return
	}
	out := slices.Clone(x)
	for _, c := range columns {
		share := dot(c, out) / square
		for i := range c {
			c[i] -= float64(share * out[i])
		}
	}
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += float64(a[i] * b[i])
	}
	return sum
}
