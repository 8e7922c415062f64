// Models: a scored profile taken apart, to be scored again with other respondents, weights, aggregations and missing answers.

package assess

import (
	"slices"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// A Model holds what scoring needs of a profile, so that it can be scored ten thousand times: see [Trial]. It is immutable and safe
// for concurrent use.
//
// Its cells are the questions one perspective can answer: side s of the perspective p has number s * perspectives + p.
type Model struct {
	scorer       *Scorer
	perspectives []string
	sizes        []int // respondents by perspective
	sides        []Side
	firstSide    []int // by type, and one more
	defaults     Weights
	respondents  []int32 // by respondent: its perspective
	first        []int32 // by respondent: its first answer, and one more
	answers      []modelAnswer
	firstOut     []int32 // by respondent: the first cell it is left out of, and one more
	out          []int32
	own          []bool // by cell
}

// A Side is one side of a parameter that is scored at the project's stage.
type Side struct {
	Parameter string         `json:"parameter"`
	Pole      framework.Pole `json:"pole"` // Challenge or Driver
	// Type numbers the type, in the catalogue's order; Number the parameter, among those that are scored.
	Type, Number int `json:"-"`
}

// A modelAnswer is one respondent's answer to a cell, x = rating/4.
type modelAnswer struct {
	x    float64
	cell int32
}

// Weights are relative, by number: perspectives as the profile lists them, types and parameters as the catalogue does. A nil slice takes
// the weights of the scorer's options.
type Weights struct{ Perspectives, Types, Parameters []float64 }

// Model takes a result apart.
func (r *Result) Model() *Model {
	m := &Model{scorer: r.scorer, perspectives: r.profile.Perspectives()}
	stage := r.profile.Project().Stage
	sideOf := make([][2]int32, len(r.scorer.parameters)) // of a parameter: hindering, helping; -1 where it has none
	for k := range r.scorer.types {
		m.firstSide = append(m.firstSide, len(m.sides))
		m.defaults.Types = append(m.defaults.Types, r.scorer.types[k].weight)
		for i := r.scorer.types[k].first; i < r.scorer.types[k].last; i++ {
			p := &r.scorer.parameters[i]
			m.defaults.Parameters = append(m.defaults.Parameters, p.weight)
			sideOf[i] = [2]int32{-1, -1}
			if !p.applies(stage) {
				continue
			}
			for n, pole := range [...]framework.Pole{framework.Challenge, framework.Driver} {
				if p.Pole == pole || p.Pole == framework.Both {
					sideOf[i][n] = int32(len(m.sides))
					m.sides = append(m.sides, Side{p.ID, pole, k, i})
				}
			}
		}
	}
	m.firstSide = append(m.firstSide, len(m.sides))
	for p := range m.perspectives {
		m.sizes = append(m.sizes, r.profile.Size(p))
		m.defaults.Perspectives = append(m.defaults.Perspectives, r.perspectives[p].weight)
	}
	m.addAnswers(r.profile, sideOf)
	return m
}

// addAnswers lists the answers by respondent.
func (m *Model) addAnswers(p *profile.Profile, sideOf [][2]int32) {
	answers := make([][]modelAnswer, p.Respondents())
	m.own = make([]bool, m.Cells())
	out := make([][]int32, p.Respondents())
	say := func(i, perspective int, respondent int32, l loan) {
		for n, x := range [...]float64{l.hinders, l.helps} {
			side := sideOf[i][n]
			cell := side*int32(len(m.perspectives)) + int32(perspective)
			if side >= 0 && l.excludes {
				out[respondent] = append(out[respondent], cell)
			}
			if side >= 0 && x >= 0 {
				answers[respondent] = append(answers[respondent], modelAnswer{x / profile.Strongest, cell})
			}
		}
	}
	numbers, short, err := m.scorer.resolve(p)
	if err != nil {
		panic("assess: a result of a profile that does not fit its catalogue: " + err.Error())
	}
	for c := range p.Cells() {
		for k := range c.Len() {
			if a := c.At(k); numbers[c.Parameter] >= 0 {
				l := loan{profile.Unanswered, profile.Unanswered, a.State == profile.NotApplicable}
				if a.State == profile.Rated {
					l.hinders, l.helps = a.Hinders, a.Helps
				}
				say(numbers[c.Parameter], c.Perspective, a.Respondent, l)
			}
		}
	}
	for r := range answers {
		for _, a := range answers[r] {
			m.own[a.cell] = true
		}
	}
	if short {
		m.scorer.lent(p, numbers, say)
	}
	for i := range answers {
		m.first, m.firstOut = append(m.first, int32(len(m.answers))), append(m.firstOut, int32(len(m.out)))
		slices.SortFunc(answers[i], func(a, b modelAnswer) int { return int(a.cell - b.cell) })
		m.answers, m.out = append(m.answers, answers[i]...), append(m.out, out[i]...)
		_, perspective := p.Respondent(i)
		m.respondents = append(m.respondents, int32(perspective))
	}
	m.first, m.firstOut = append(m.first, int32(len(m.answers))), append(m.firstOut, int32(len(m.out)))
}

// Restricted is the model with only the cells that keep says; the others are as if nobody could answer them.
func (m *Model) Restricted(keep func(side Side, perspective string) bool) *Model {
	kept := *m
	kept.answers, kept.first, kept.out, kept.firstOut = nil, nil, nil, nil
	drop := make([]bool, m.Cells())
	for c := range drop {
		drop[c] = !keep(m.sides[c/len(m.perspectives)], m.perspectives[c%len(m.perspectives)])
	}
	for r, p := range m.respondents {
		kept.first, kept.firstOut = append(kept.first, int32(len(kept.answers))), append(kept.firstOut, int32(len(kept.out)))
		for _, a := range m.answers[m.first[r]:m.first[r+1]] {
			if !drop[a.cell] {
				kept.answers = append(kept.answers, a)
			}
		}
		for c := int(p); c < len(drop); c += len(m.perspectives) {
			if drop[c] || slices.Contains(m.out[m.firstOut[r]:m.firstOut[r+1]], int32(c)) {
				kept.out = append(kept.out, int32(c))
			}
		}
	}
	kept.first, kept.firstOut = append(kept.first, int32(len(kept.answers))), append(kept.firstOut, int32(len(kept.out)))
	return &kept
}

// Scorer returns what scored the result.
func (m *Model) Scorer() *Scorer { return m.scorer }

// Perspectives lists the ids of the perspectives.
func (m *Model) Perspectives() []string { return slices.Clone(m.perspectives) }

// Size is the number of respondents of a perspective.
func (m *Model) Size(perspective int) int { return m.sizes[perspective] }

// Respondents gives the perspective of each respondent, numbered as in the profile.
func (m *Model) Respondents() []int {
	all := make([]int, len(m.respondents))
	for i, p := range m.respondents {
		all[i] = int(p)
	}
	return all
}

// Answers is how many answers count.
func (m *Model) Answers() int { return len(m.answers) }

// Sides lists the sides of parameters that are scored, type by type.
func (m *Model) Sides() []Side { return slices.Clone(m.sides) }

// Cells is the number of cells.
func (m *Model) Cells() int { return len(m.sides) * len(m.perspectives) }

// Own says whether somebody answered the very question of a cell; otherwise its answers, if it has some, are ratings of the type as a
// whole, and one rating stands in many cells.
func (m *Model) Own(cell int) bool { return m.own[cell] }

// Types lists the types that are scored.
func (m *Model) Types() []framework.Type {
	all := make([]framework.Type, len(m.scorer.types))
	for k := range all {
		all[k] = m.scorer.types[k].Type
	}
	return all
}

// Weights returns a copy of the weights of the scorer's options.
func (m *Model) Weights() Weights {
	return Weights{slices.Clone(m.defaults.Perspectives), slices.Clone(m.defaults.Types), slices.Clone(m.defaults.Parameters)}
}
